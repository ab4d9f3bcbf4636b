import { decodedLink } from './decoded-link.ts'

/** A thread as it stands in a link or as a chat's id; `after` tells apart the meetings that one channel holds. */
const threadPattern = /19:([^@/?#;\s]{1,200})@(thread\.(?:v2|tacv2|skype)|unq\.gbl\.spaces)/
/** The number of a short link, of a work account or a private one; also behind the address of a page that opens it. */
const shortPattern = /\/meet\/+([a-z0-9]{1,64})(?! ?[a-z0-9])/
const ofTeams = /\bteams\.|^msteams:/
/** Pages that check a link, and hold it as it was. */
const checked =
  /safelinks\.protection\.[a-z0-9.]{1,100}\/[^?]{0,200}\?(?:[^=&]{1,100}=[^&]{0,100}&)?url=(.+)$/

/**
 * The online meeting that a join link or a chat id names, in a form that is equal for equal meetings: the thread, or the
 * number of a short link. Hosts, queries, capitals and encodings differ between Teams, Graph and Outlook, so they do not
 * count (docs/platform-facts.md, From the side panel to the event). A link is compared and never fetched.
 * @param text at most 2,000 characters
 */
export function meetingKey(text: string): string {
  const decoded = decodedLink(text)
    .replace(/\p{Cf}/gu, '')
    .trim()
  const thread = threadPattern.exec(decoded)
  if (thread) {
    const [whole, name = ''] = thread
    const rest = decoded.slice(thread.index + whole.length)
    return `${whole}${name.startsWith('meeting_') ? '' : messageOf(rest)}`
  }
  const short = ofTeams.test(decoded) ? shortPattern.exec(decoded) : null
  return short?.[1] ? `meet:${short[1]}` : pathOf(checked.exec(decoded)?.[1] ?? decoded)
}

/** The links that stand in the body of an invite, in its HTML or its text; of a huge one, those at its beginning. */
export const linksIn = (body: string): string[] =>
  body.slice(0, 500_000).match(/https:\/\/[^\s"'<>]{1,1500}/gi) ?? []

/** A channel is one thread; each meeting in it is a message of its own, `/123?…` in a link and `;messageid=123` in an id. */
const messageOf = (rest: string): string => /^(?:\/|;messageid=)([1-9]\d{0,19})/.exec(rest)?.[1] ?? ''

/**
 * Without scheme, host, query and what ends a sentence around it. Where the path is a page's, such as `/launcher.html`, the
 * query names the meeting.
 */
function pathOf(url: string): string {
  const bare = url.replace(/^[<("'[]+/, '')
  const start = /^[a-z]{1,20}:\/\/[^/?#]*/.exec(bare)?.[0].length ?? 0
  const [path = '', query = ''] = bare.slice(start).split(/[?#&]/, 2)
  let end = path.length
  while (end > 0 && '/.,;:!)>]"\''.includes(path[end - 1] ?? '')) end -= 1
  const own = path.slice(0, end)
  return /\.[a-z]{2,5}$/.test(own) ? `${own}?${query}` : own
}
