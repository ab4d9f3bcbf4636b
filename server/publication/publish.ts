import type { WaitingReason } from '../contract/publication.ts'
import type { ConversationDocument, Target } from '../conversation/collection.ts'
import { GraphFailure } from '../graph/failure.ts'
import { referenceOf } from '../invite/reference.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { isOver, memberAt, notHere } from '../pair/policy.ts'
import { decide, type Decision } from './decide.ts'
import { editedIn, takeOut, write, type Section } from './section.ts'
import { lookForNext, type FoundNext, type Work } from './look.ts'
import { placesOf } from './place.ts'
import { ClaimLost, waitingFor } from './waiting.ts'

/** `places`: every invite in which the section stands or may stand now. */
export type Outcome = { places: Target[] } & (
  | { kind: 'published'; next: OneOnOne; target: Target; handEdited: boolean }
  /** A later conversation of the two is finished: its section stands in the invite, and this one nowhere. */
  | { kind: 'superseded'; isCleared: boolean }
  /** The pair ended: where the two read it, it stays. */
  | { kind: 'rests'; target: Target | null; isCleared: boolean }
  | { kind: 'waits'; reason: WaitingReason; retryAfter?: number | undefined; target: Target | null }
)

export type PublishWork = Work & {
  /** Keeps where the section may stand before anything is touched. @returns false when the claim is lost */
  begin: (places: Target[]) => Promise<boolean>
}

/** Where the section stands as far as is known, kept up to date while invites are changed. */
type Ledger = { places: Target[]; target: Target | null }

/**
 * Brings the section of a finished conversation to where it belongs: into the pair's next invite, in its organiser's
 * own calendar, and out of every other. Repeating it changes nothing, so a worker that died half-way is no harm. Three
 * Graph calls when nobody interferes: list, read, write.
 * @throws MailboxBusy when another worker is in one of the calendars
 * @throws ClaimLost when another worker has this one by now
 */
export async function publish(work: PublishWork): Promise<Outcome> {
  const { conversation, publication, pair, now } = work
  const ledger: Ledger = { places: placesOf(publication), target: publication.target }
  try {
    const found = await lookForNext(work)
    const others = await work.others()
    const decision = decide(found && { ...found, canWrite: found.calendar !== null }, {
      publication,
      standing: conversation.standing ?? 'one-on-one',
      isSuperseded: others.some((one) => isLater(one, conversation)),
      isOver: isOver(pair),
      isOneNotHere: notHere(pair) !== undefined,
      now,
    })
    return await execute(work, decision, found, others, ledger)
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error
    return { kind: 'waits', ...waitingFor(error), ...ledger }
  }
}

/** Does what was decided, in an order in which the section is nowhere rather than twice, or before others' eyes. */
async function execute(
  work: PublishWork,
  { remove, write: writing, outcome }: Decision,
  found: FoundNext | null,
  others: ConversationDocument[],
  ledger: Ledger,
): Promise<Outcome> {
  const section: Section = { ...work, reference: referenceOf(work.conversation._id) }
  const next = outcome.kind === 'published' ? outcome.next : null
  const theirs = next && memberAt(work.pair, next.organiser.address)
  if (next && theirs?.keepPrivate && !next.isPrivate)
    await found?.calendar?.makePrivate(next.seriesId ?? next.eventId)

  if (remove.length > 0 || writing) {
    const ahead = writing && !ledger.places.some((place) => place.iCalUId === writing.next.iCalUId)
    if (ahead) ledger.places = [...ledger.places, targetOf(writing.next, { changeKey: '' })]
    if (!(await work.begin(ledger.places))) throw new ClaimLost()
  }
  const before = remove.find((place) => place.iCalUId === ledger.target?.iCalUId)
  const carried = writing && before ? await editedIn(section, before) : null
  // Others may read the old invite by now: it leaves there first, unless what a person wrote has to go along.
  const first = remove.filter((place) => !(carried && place === before))
  if (!(await removeFrom(section, first, ledger)))
    return { kind: 'waits', reason: 'changed-meanwhile', ...ledger }

  const left = ledger.places.filter((place) => remove.includes(place))
  const isCleared = left.length === 0
  switch (outcome.kind) {
    case 'waits':
      return { ...outcome, ...ledger }
    case 'superseded':
      return { ...outcome, places: left, isCleared }
    case 'rests':
      return { ...outcome, ...ledger, isCleared }
    case 'published':
      break
  }
  const { calendar } = found ?? {}
  if (!writing || !calendar) {
    const handEdited = work.publication.handEdited === true
    const target = targetOf(outcome.next, outcome.target ?? { changeKey: '' })
    return { kind: 'published', next: outcome.next, target, handEdited, places: [target] }
  }
  const older = others.map((one) => referenceOf(one._id))
  const written = await write(section, { calendar, ...writing, older, carried })
  if (!written.ok) return { kind: 'waits', reason: written.reason, ...ledger }
  const target = targetOf(writing.next, written)
  const isNext = (place: Target) => place.iCalUId === target.iCalUId
  ledger.places = ledger.places.map((place) => (isNext(place) ? target : place))
  ledger.target = target
  // Whatever comes of that: it stands where it belongs, and what is left is looked after later.
  if (before && carried) await removeFrom(section, [before], ledger).catch(unlessGraphFails)
  return {
    kind: 'published',
    next: writing.next,
    target,
    handEdited: written.handEdited,
    places: ledger.places,
  }
}

function unlessGraphFails(error: unknown): void {
  if (!(error instanceof GraphFailure)) throw error
}

/**
 * @returns false when one of them was changed again and again meanwhile, so that it is tried again soon. What is in the
 * calendar of somebody who is signed out, or cannot be changed, is kept for later, and nothing waits for it.
 */
async function removeFrom(section: Section, places: Target[], ledger: Ledger): Promise<boolean> {
  for (const place of places) {
    const left = await takeOut(section, place)
    if (left === 'changed-meanwhile') return false
    if (left !== 'gone') continue
    ledger.places = ledger.places.filter((one) => one.iCalUId !== place.iCalUId)
    if (ledger.target?.iCalUId === place.iCalUId) ledger.target = null
  }
  return true
}

/** Of two conversations, the one whose talk was later; the same moment is decided the same way everywhere. */
const isLater = (a: ConversationDocument, b: ConversationDocument): boolean =>
  heldAt(a) > heldAt(b) || (heldAt(a).getTime() === heldAt(b).getTime() && a._id > b._id)

/** When the talk was planned as it was finished: a meeting that is put off afterwards makes it no later talk. */
const heldAt = ({ publication, meeting }: ConversationDocument): Date => publication?.heldAt ?? meeting.start

const targetOf = (
  next: OneOnOne,
  written: { changeKey: string; fingerprint?: string | undefined },
): Target => ({
  iCalUId: next.iCalUId,
  subject: next.subject,
  start: next.start,
  end: next.end,
  eventId: next.eventId,
  organiser: next.organiser.address,
  changeKey: written.changeKey,
  ...(written.fingerprint ? { fingerprint: written.fingerprint } : {}),
})
