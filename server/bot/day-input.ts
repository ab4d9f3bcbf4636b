import { Temporal } from 'temporal-polyfill'

/** A day as Input.Date sends it, perhaps with a time of day behind it. */
const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}[\d:.]{0,20}(?:Z|[+-]\d{2}:?\d{2})?)?$/i
/** A day as some phones send it, in the order of their country (AdaptiveCards 4118). */
const localDay = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/

/**
 * The day, YYYY-MM-DD, that a card's date field sent. A day that can be read in two ways is none: nobody is to get another
 * date than they chose.
 */
export function dayIn(sent: string): string | null {
  const text = sent.trim().slice(0, 60)
  const [, year, month, day] = isoDay.exec(text) ?? []
  if (year) return dayOf(year, month, day)
  const [, first, second, after] = localDay.exec(text) ?? []
  if (!after) return null
  const readings = new Set([dayOf(after, first, second), dayOf(after, second, first)])
  readings.delete(null)
  const [only, other] = readings
  return only && !other ? only : null
}

function dayOf(year?: string, month?: string, day?: string): string | null {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
