const hour = 60 * 60 * 1000
/** A conversation of two takes no half day, and is not planned years ahead. */
const longest = 4 * hour
const farthest = 366 * 24 * hour

/** The errors in the asked start and end of a conversation, by field. */
export function wrongMoments(start: Date, end: Date, now: Date): { pointer: string; message: string }[] {
  if (start <= now) return [{ pointer: '/start', message: 'must be in the future' }]
  if (start.getTime() - now.getTime() > farthest)
    return [{ pointer: '/start', message: 'must be within a year' }]
  if (end <= start) return [{ pointer: '/end', message: 'must be after start' }]
  if (end.getTime() - start.getTime() > longest)
    return [{ pointer: '/end', message: 'must be within four hours of start' }]
  return []
}
