import { isOfTwo, isOver, othersText, times, type Known, type Meeting } from './model.ts'
import { wall } from './people.ts'

export type Seen = {
  meetings: Meeting[]
  known: Known
  now: number
  /** Where the section may be: one place, or two when something changed twice before anybody could look. */
  allowed: Set<string | null>
  /** Words that only the section of the last conversation holds. */
  words: string
  /** What somebody wrote into it by hand. */
  editedWords: string | null
  /** What stood in each body, and its join link, by uid. */
  texts: Map<string, string>
  joinUrls: Map<string, string | null>
  /** Conversations that were held: an older section in their invites is history. */
  held: Set<string>
}

/** Is all as it has to be? @returns what is not, and where the section stands */
export function check(seen: Seen): { problem: string | null; place: string | null } {
  const { meetings, now, words } = seen
  const nameOf = (uid: string | null) => {
    const one = meetings.find((other) => other.uid === uid)
    return one ? `${wall(one.start)} by ${one.organiser}` : 'none'
  }
  const living = meetings.filter((one) => !isOver(one, now))
  const foundSection = living.flatMap((one) => Array<string>(times(one.content, words)).fill(one.uid))
  const place = foundSection[0] ?? null
  const problems = [
    foundSection.length > 1 ? `in ${foundSection.map(nameOf).join(' and ')}` : null,
    seen.allowed.has(place)
      ? null
      : `in ${nameOf(place)}, must be in ${[...seen.allowed].map(nameOf).join(' or ')}`,
    ...living.flatMap((one) =>
      wrongWith(one, seen, one.uid === place).map((what) => `${nameOf(one.uid)}: ${what}`),
    ),
  ].filter((one) => one !== null)
  const [first] = problems
  return { problem: first ? `${wall(now)}: ${first}` : null, place }
}

function wrongWith(one: Meeting, { known, now, editedWords, texts, joinUrls, held }: Seen, isPlace: boolean) {
  const found: string[] = []
  const { uid, content, joinUrl } = one
  const marks = times(content, 'Groei · ')
  // In the invite of a conversation that has begun it is history.
  if (marks > 0 && !isPlace && one.start > now && !held.has(uid)) found.push('an old section')
  if (marks > 0 && !isOfTwo(one, known)) found.push('a section before others')
  if (isPlace && editedWords && !content.includes(editedWords)) found.push('what was edited by hand is lost')
  if (othersText(content) !== texts.get(uid))
    found.push(`the text of others was ${texts.get(uid)} and is ${othersText(content)}`)
  if (joinUrl !== joinUrls.get(uid) || (joinUrl && !content.includes(joinUrl)))
    found.push('the join link changed')
  return found
}
