import { Temporal } from 'temporal-polyfill'

/** A time of day behind a day, in either form of it, perhaps with its offset. */
const timeOfDay =
  /[T ,]{1,3}([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i
/** As Input.Date sends it, and in the order of East Asia. */
const yearFirst = /^(\d{4})(?:-|\/|\. ?|年)(\d{1,2})(?:-|\/|\. ?|月)(\d{1,2})[.日]?$/
/** In the order of some country (AdaptiveCards 4118). */
const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\.?$/
/** With the month in words, and perhaps the weekday before it. */
const dayOfMonth =
  /^(?:\p{L}{2,10}[.,]{0,2} )?(\d{1,2})[. -]{1,2}(?:de |of )?(\p{L}{3,10})[., -]{1,2}(\d{4})$/u
const monthFirst = /^(?:\p{L}{2,10}[.,]{0,2} )?(\p{L}{3,10})[. ]{1,2}(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u

/** In Dutch and English, by the letters with which they begin. */
const months = 'jan feb mrt|maa|mar apr mei|may jun jul aug sep okt|oct nov dec'
  .split(' ')
  .map((starts) => starts.split('|'))

const dashes = /[\u2010-\u2015\u2212]/g
/** Arabic and Persian phones have figures of their own. */
const figures = /[\u0660-\u0669\u06f0-\u06f9]/g
/** Nobody agrees on anything for other years; in Thailand this is year 2569. */
const years = { from: 2000, to: 2100 }

/**
 * The day, YYYY-MM-DD, that a card's date field sent. A day that can be read in two ways is none: nobody is to get another
 * date than they chose.
 * @param timeZone of the reader: some clients send the instant at which their day begins
 */
export function dayIn(sent: string, timeZone: string): string | null {
  const text = sent
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(figures, (figure) => String(figure.charCodeAt(0) & 0xf))
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const time = timeOfDay.exec(text)
  const written = time ? text.slice(0, time.index) : text
  const day = writtenDay(written)
  return day && time && yearFirst.test(written) ? dayAt(day, time, timeZone) : day
}

function writtenDay(text: string): string | null {
  const [, year, month, day] = yearFirst.exec(text) ?? []
  if (year) return dayOf(year, month, day)
  const [, first, second, after] = yearLast.exec(text) ?? []
  if (after) {
    const readings = new Set([dayOf(after, first, second), dayOf(after, second, first)])
    readings.delete(null)
    return readings.size === 1 ? ([...readings][0] ?? null) : null
  }
  const [, date, named, ofYear] = dayOfMonth.exec(text) ?? []
  if (named) return dayOf(ofYear, monthOf(named), date)
  const [, word = '', number, lastYear] = monthFirst.exec(text) ?? []
  return dayOf(lastYear, monthOf(word), number)
}

/** By the reader's clock where an instant stands in UTC; midnight there is the day as it is written. */
function dayAt(day: string, [, hour, minute, half, zone]: RegExpExecArray, timeZone: string): string {
  const isUtc = /^(?:Z|UTC|GMT|[+-]00:?00)$/i.test(zone ?? '')
  if (!isUtc || half || Number(hour) + Number(minute) === 0) return day
  const at = Temporal.PlainDateTime.from(`${day}T${hour?.padStart(2, '0')}:${minute}`).toZonedDateTime('UTC')
  return at.withTimeZone(timeZone).toPlainDate().toString()
}

const monthOf = (word: string): number =>
  months.findIndex((starts) => starts.some((one) => word.toLowerCase().startsWith(one))) + 1

function dayOf(year?: string, month?: string | number, day?: string): string | null {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) }
    if (!(fields.year >= years.from && fields.year < years.to)) return null
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
