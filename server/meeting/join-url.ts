/** A link is decoded at most so often: clients encode what another encoded already. */
const rounds = 3

/** A thread as it stands in a link or as a chat's id; `after` tells apart the meetings that one channel holds. */
const threadPattern = /19:([^@/?#;\s]{1,200})@(thread\.(?:v2|tacv2|skype)|unq\.gbl\.spaces)/i
/** The number of a short link, of a work account or a private one. */
const shortPattern = /^\/(?:meet|l\/meet)\/([a-z0-9]{1,64})$/i

/**
 * The online meeting that a join link or a chat id names, in a form that is equal for equal meetings: the thread, or the
 * number of a short link. Hosts, queries, capitals and encodings differ between Teams, Graph and Outlook, so they do not
 * count (docs/platform-facts.md, From the side panel to the event). A link is compared and never fetched.
 * @param text at most 2,000 characters
 */
export function meetingKey(text: string): string {
  const decoded = decode(text.trim())
  const thread = threadPattern.exec(decoded)
  if (thread) {
    const [whole, name = ''] = thread
    const rest = decoded.slice(thread.index + whole.length)
    return `${whole.toLowerCase()}${name.toLowerCase().startsWith('meeting_') ? '' : messageOf(rest)}`
  }
  const path = pathOf(decoded)
  const short = shortPattern.exec(path)
  return short?.[1] ? `meet:${short[1].toLowerCase()}` : path.toLowerCase()
}

/** The links that stand in the body of an invite, in its HTML or its text; of a huge one, those at its beginning. */
export const linksIn = (body: string): string[] =>
  body.slice(0, 500_000).match(/https:\/\/[^\s"'<>]{1,1500}/gi) ?? []

/** A channel is one thread; each meeting in it is a message of its own, `/123?…` in a link and `;messageid=123` in an id. */
const messageOf = (rest: string): string => /^(?:\/|;messageid=)([1-9]\d{0,19})/i.exec(rest)?.[1] ?? ''

function decode(text: string): string {
  let decoded = text
  for (let round = 0; round < rounds; round += 1) {
    try {
      const next = decodeURIComponent(decoded)
      if (next === decoded) break
      decoded = next
    } catch {
      break
    }
  }
  return decoded
}

/** Without scheme, host, query and the slashes at its end. */
function pathOf(url: string): string {
  const start = /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0
  const ends = ['?', '#'].map((mark) => url.indexOf(mark, start)).filter((at) => at >= 0)
  let end = Math.min(url.length, ...ends)
  while (end > start && url[end - 1] === '/') end -= 1
  return url.slice(start, end)
}
