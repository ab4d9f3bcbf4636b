import { decodedLink } from '../meeting/decoded-link.ts'

/**
 * Does a body that we are about to write keep the meeting blob? A body that loses the join link turns the
 * online meeting off (docs/platform-facts.md, Event bodies). The link must stand in it exactly as often as before.
 */
export function keepsMeetingBlob(before: string, after: string, joinUrl: string | null): boolean {
  if (!joinUrl) return true
  const link = decodedLink(joinUrl)
  const times = (body: string) => decodedLink(body).split(link).length - 1
  return times(after) === times(before)
}
