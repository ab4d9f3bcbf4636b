/** Before these years nobody planned a meeting in Teams; after them nobody has yet. */
const years = { from: 2000, to: 2100 }

/** Anything else a parser may take for a date of its own making; without an offset it is UTC, as Graph's are. */
const iso = /^\s*(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(Z|[+-]\d\d:\d\d)?\s*$/i

/**
 * The start that a host gives with a meeting, or null where it says nothing: a meeting that nobody planned ("Meet now")
 * begins in the year 1, and hosts have given empty and broken ones.
 */
export function plausibleStart(text: string | null | undefined): Date | null {
  const [, day, time = '', offset = 'Z'] = iso.exec(text ?? '') ?? []
  const start = new Date(day ? `${day}${time && `${time}${offset}`}` : '')
  const year = start.getUTCFullYear()
  return year >= years.from && year < years.to ? start : null
}
