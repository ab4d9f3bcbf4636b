import type { ListedConversation, Target } from '../conversation/collection.ts'
import { GraphFailure } from '../graph/failure.ts'
import { TooLarge } from '../invite/limits.ts'
import { referenceOf } from '../invite/reference.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { isOver, memberAt, notHere } from '../pair/policy.ts'
import { decide, type Decision } from './decide.ts'
import { findNextInvite, type FoundNext, type Work } from './next-invite-data.ts'
import { waitingFor, type Outcome, type Stuck } from './outcome.ts'
import { editedIn, takeOut, writeSection, type Section } from './section-job.ts'

/** Another worker has it now, or it was finished once more: what this one would write is out of date. */
export class ClaimLost extends Error {
  override name = 'ClaimLost'
}

export type PublishWork = Work & {
  /**
   * Keeps where the section may stand before anything is touched.
   * @param next the meeting in whose invite it is to stand
   * @returns false when the claim is lost
   */
  begin: (invites: Target[], next: OneOnOne | null) => Promise<boolean>
}

/** Where the section stands as far as is known, kept up to date while invites are changed. */
type Ledger = { invites: Target[]; target: Target | null; stuck?: Stuck }

/**
 * Brings the section of a finished conversation to where it belongs: into the pair's next invite, in its organiser's
 * own calendar, and out of every other. Repeating it changes nothing, so a worker that died half-way is no harm. Three
 * Graph calls when nobody interferes: list, read, write.
 * @throws MailboxBusy when another worker is in one of the calendars
 * @throws ClaimLost when another worker has this one by now
 */
export async function publish(work: PublishWork): Promise<Outcome> {
  const { conversation, publication, pair, now } = work
  const ledger: Ledger = { invites: publication.invites, target: publication.target }
  try {
    const found = await findNextInvite(work)
    const others = await work.others()
    const decision = decide(found, {
      publication,
      eligibility: conversation.eligibility ?? 'one-on-one',
      isSuperseded: others.some((one) => isLater(one, conversation)),
      isOver: isOver(pair),
      isOneNotHere: notHere(pair) !== undefined,
      now,
    })
    return await execute(work, decision, typeof found === 'string' ? null : found, others, ledger)
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'waits', reason: 'too-large', ...ledger }
    if (!(error instanceof GraphFailure)) throw error
    return { kind: 'waits', ...waitingFor(error), ...ledger }
  }
}

/** Does what was decided, in an order in which the section is nowhere rather than twice, or before others' eyes. */
async function execute(
  work: PublishWork,
  { remove, write: writing, outcome }: Decision,
  found: FoundNext | null,
  others: ListedConversation[],
  ledger: Ledger,
): Promise<Outcome> {
  const section: Section = { ...work, reference: referenceOf(work.conversation._id) }
  const next = outcome.kind === 'published' ? outcome.next : null
  const theirs = next && memberAt(work.pair, next.organiser.address)
  if (next && theirs?.keepPrivate && !next.isPrivate)
    await found?.calendar?.makePrivate(next.seriesId ?? next.eventId)

  const isNew = writing && !ledger.invites.some((invite) => invite.iCalUId === writing.next.iCalUId)
  const ahead = isNew ? targetOf(writing.next, { changeKey: '' }) : null
  if (remove.length > 0 || writing) {
    if (ahead) ledger.invites = [...ledger.invites, ahead]
    if (!(await work.begin(ledger.invites, next))) throw new ClaimLost()
  }
  const before = remove.find((invite) => invite.iCalUId === ledger.target?.iCalUId)
  const carried = writing && before ? await editedIn(section, before) : null
  // Others may read the old invite by now: it leaves there first, unless what a person wrote has to go along.
  const first = remove.filter((invite) => !(carried && invite === before))
  if (!(await removeFrom(section, first, ledger)))
    return { kind: 'waits', reason: 'changed-meanwhile', ...ledger }

  const left = ledger.invites.filter((invite) => remove.includes(invite))
  const isCleared = left.length === 0
  switch (outcome.kind) {
    case 'waits':
      return { ...outcome, ...ledger }
    case 'superseded':
      return { ...outcome, ...ledger, invites: left, isCleared }
    case 'rests':
      return { ...outcome, ...ledger, isCleared }
    case 'published':
      break
  }
  const { calendar } = found ?? {}
  if (!writing || !calendar) {
    const handEdited = work.publication.handEdited === true
    const target = targetOf(outcome.next, outcome.target ?? { changeKey: '' })
    return { kind: 'published', next: outcome.next, target, handEdited, invites: [target] }
  }
  const older = others.map((one) => referenceOf(one._id))
  const written = await writeSection(section, { calendar, ...writing, older, carried })
  if (!written.ok) {
    // Nothing was written, so nothing is to be taken out of it either: that would be as impossible.
    if (written.reason === 'too-large' && ahead)
      ledger.invites = ledger.invites.filter((one) => one !== ahead)
    return { kind: 'waits', reason: written.reason, ...ledger }
  }
  const target = targetOf(writing.next, written)
  const isNext = (invite: Target) => invite.iCalUId === target.iCalUId
  ledger.invites = ledger.invites.map((invite) => (isNext(invite) ? target : invite))
  ledger.target = target
  // Whatever comes of that: it stands where it belongs, and what is left is looked after later.
  if (before && carried) await removeFrom(section, [before], ledger).catch(unlessGraphFails)
  return {
    kind: 'published',
    next: writing.next,
    handEdited: written.handEdited,
    ...ledger,
    target,
  }
}

function unlessGraphFails(error: unknown): void {
  if (!(error instanceof GraphFailure)) throw error
}

/**
 * @returns false when one of them was changed again and again meanwhile, so that it is tried again soon. What is in the
 * calendar of somebody who is signed out, or cannot be changed, is kept for later, and nothing waits for it.
 */
async function removeFrom(section: Section, invites: Target[], ledger: Ledger): Promise<boolean> {
  for (const invite of invites) {
    const left = await takeOut(section, invite)
    if (left === 'changed-meanwhile') return false
    if (left === 'no-mailbox' || left === 'altered') ledger.stuck = left
    if (left !== 'gone') continue
    ledger.invites = ledger.invites.filter((one) => one.iCalUId !== invite.iCalUId)
    if (ledger.target?.iCalUId === invite.iCalUId) ledger.target = null
  }
  return true
}

/** Is `a` the later conversation? The same moment is decided the same way everywhere. */
const isLater = (a: ListedConversation, b: ListedConversation): boolean =>
  heldAt(a) > heldAt(b) || (heldAt(a).getTime() === heldAt(b).getTime() && a._id > b._id)

/**
 * When the conversation was planned as it was finished: a meeting that is put off afterwards makes it no later
 * conversation. One that is not finished: when it is planned.
 */
const heldAt = ({ publication, meeting }: ListedConversation): Date => publication?.heldAt ?? meeting.start

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
