/** What the test knows of a meeting, from its organiser's calendar. Times in milliseconds. */
export type Meeting = {
  uid: string
  id: string
  etag: string
  organiser: string
  people: string[]
  start: number
  end: number
  seriesId: string | null
  joinUrl: string | null
  content: string
}

/** What the two are about: who they are, who of them has opened Groei, and the conversation that they finished last. */
export type Known = { pair: string[]; came: Set<string>; conversation: { uid: string; heldAt: number } }

const hour = 60 * 60_000

export const isOver = (one: Meeting, now: number): boolean => one.end + 4 * hour <= now
export const isOfTwo = (one: Meeting, { pair }: Known): boolean =>
  one.people.length === 2 && pair.every((name) => one.people.includes(name))

/**
 * In which invite the section has to stand now: the first of the two alone that begins after now and after the conversation as
 * it was planned; while a conversation is on that carries it, and four hours longer, there. Before both have opened Groei it
 * waits where it is.
 * @param carrier the invite that it stands in
 * @returns its uid; null: in none
 */
export function placeOf(
  meetings: Meeting[],
  known: Known,
  now: number,
  carrier: string | null,
): string | null {
  const { pair, conversation, came } = known
  const theirs = meetings.filter((one) => isOfTwo(one, known) && one.uid !== conversation.uid)
  const carrying = theirs.find((one) => one.uid === carrier && !isOver(one, now))
  if (carrying && carrying.start <= now) return carrying.uid
  const [next] = theirs
    .filter((one) => one.start > Math.max(now, conversation.heldAt))
    .sort((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1))
  if (!next) return null
  if (pair.every((one) => came.has(one))) return next.uid
  return carrying?.uid ?? null
}

/** What a reader of a body sees. */
const textOf = (content: string): string =>
  content
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The text in a body that is not ours. */
export const othersText = (content: string): string =>
  textOf(content)
    .replace(/Groei · (samenvatting|summary)[^·]* · (GR-\w+).*?(Einde van|End of) Groei · \2/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export const times = (content: string, words: string): number => content.split(words).length - 1
