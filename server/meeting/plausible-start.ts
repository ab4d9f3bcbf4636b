/** Before these years nobody planned a meeting in Teams; after them nobody has yet. */
const years = { from: 2000, to: 2100 }

/**
 * The start that a host gives with a meeting, or null where it says nothing: a meeting that nobody planned ("Meet now")
 * begins in the year 1, and hosts have given empty and broken ones.
 */
export function plausibleStart(text: string | null | undefined): Date | null {
  const start = new Date(text ?? '')
  const year = start.getUTCFullYear()
  return year >= years.from && year < years.to ? start : null
}
