import type { Eligibility } from '../contract/conversation.ts'
import type { WaitingReason } from '../contract/publication.ts'
import type { PublicationDocument, Target } from '../conversation/collection.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { type Closed } from './next-invite-data.ts'

/** The state of the invites that matter here, by a calendar. */
export type Found = {
  /** The pair's next 1-on-1. */
  next: OneOnOne | null
  /** Why it cannot be written to. */
  closed: Closed | null
  /** The invite in which the section stands is the pair's no more: cancelled, or with others in it. */
  isLost: boolean
}

export type Facts = {
  publication: PublicationDocument
  eligibility: Eligibility
  /** A later conversation of the two is finished: its section belongs in the next invite. */
  isSuperseded: boolean
  /** The pair ended: nothing is written any more. */
  isOver: boolean
  /** One of the two has never opened Groei. */
  isOneNotHere: boolean
  now: Date
}

export type Decision = {
  /** Invites out of which the section has to go. */
  remove: Target[]
  /** The invite into which it goes, unless it `stays` there: then it is brought up to date. */
  write: { next: OneOnOne; stays: boolean } | null
  /** The result when that is done. */
  outcome:
    | { kind: 'published'; next: OneOnOne; target: Target | null }
    | { kind: 'superseded' }
    | { kind: 'rests' }
    | { kind: 'waits'; reason: WaitingReason }
}

/** Decides what is done with the section of a finished conversation. @param seen why, when neither calendar can be read */
export function decide(seen: Found | Closed, facts: Facts): Decision {
  const { publication, eligibility, isSuperseded, isOver, isOneNotHere, now } = facts
  const { target } = publication
  const { invites } = publication
  const all = (isKept: (invite: Target) => boolean) => invites.filter((invite) => !isKept(invite))
  const isTarget = (invite: Target) => invite.iCalUId === target?.iCalUId
  /** The section stays in the invite where it is, for as long as that is a 1-on-1 of the two. */
  const waits = (reason: WaitingReason): Decision => ({
    remove: all((invite) => isTarget(invite) && !(typeof seen !== 'string' && seen.isLost)),
    write: null,
    outcome: { kind: 'waits', reason },
  })

  if (isOver) return { ...waits('queued'), outcome: { kind: 'rests' } }
  if (typeof seen === 'string') return { ...waits(seen), remove: [] }
  if (isSuperseded) {
    // In the invite of a conversation that is over it is history, and stays.
    const remove = all((invite) => invite.start <= now && !(isTarget(invite) && seen.isLost))
    return { remove, write: null, outcome: { kind: 'superseded' } }
  }
  if (publication.state === 'waiting' && (eligibility === 'others-invited' || eligibility === 'not-of-two'))
    return waits('not-a-one-on-one')
  const { next, closed } = seen
  if (!next) {
    const isHistory = (invite: Target) => isTarget(invite) && invite.start <= now && !seen.isLost
    const reason = eligibility === 'others-declined' ? 'not-a-one-on-one' : 'no-next-meeting'
    return { ...waits(reason), remove: all(isHistory) }
  }
  if (closed) return waits(closed)
  if (isOneNotHere) return waits('other-not-here')

  const remove = all((invite) => invite.iCalUId === next.iCalUId)
  const stays = target?.iCalUId === next.iCalUId
  // Where it should be, and perhaps edited by hand since: looked up, and left alone.
  const isDone = publication.state === 'published' && publication.reason === null && remove.length === 0
  if (stays && isDone && isAsItWas(target, next))
    return { remove: [], write: null, outcome: { kind: 'published', next, target } }
  return { remove, write: { next, stays }, outcome: { kind: 'published', next, target: null } }
}

/** A series that is moved as a whole takes what stood in one of its invites away: a moved invite is read anew. */
const isAsItWas = (before: Target, next: OneOnOne): boolean =>
  before.start.getTime() === next.start.getTime() && before.end?.getTime() === next.end.getTime()
