import type { Standing } from '../contract/conversation.ts'
import type { WaitingReason } from '../contract/publication.ts'
import type { PublicationDocument, Target } from '../conversation/collection.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { placesOf } from './place.ts'

/** What a calendar says of the invites that matter here. */
export type Found = {
  /** The pair's next 1-on-1. */
  next: OneOnOne | null
  /** Has its organiser signed in, so that it can be written to? */
  canWrite: boolean
  /** The invite in which the section stands is the pair's no more: cancelled, or with others in it. */
  isLost: boolean
}

export type Facts = {
  publication: PublicationDocument
  standing: Standing
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
  /** What it has come to when that is done. */
  outcome:
    | { kind: 'published'; next: OneOnOne; target: Target | null }
    | { kind: 'superseded' }
    | { kind: 'rests' }
    | { kind: 'waits'; reason: WaitingReason }
}

/** What is to be done with the section of a finished conversation. @param found null: neither calendar can be read */
export function decide(found: Found | null, facts: Facts): Decision {
  const { publication, standing, isSuperseded, isOver, isOneNotHere, now } = facts
  const { target } = publication
  const places = placesOf(publication)
  const all = (isKept: (place: Target) => boolean) => places.filter((place) => !isKept(place))
  const isTarget = (place: Target) => place.iCalUId === target?.iCalUId
  /** It stays in the invite where it is known to stand, for as long as that is one of the two. */
  const waits = (reason: WaitingReason): Decision => ({
    remove: all((place) => isTarget(place) && !found?.isLost),
    write: null,
    outcome: { kind: 'waits', reason },
  })

  if (isOver) return { ...waits('queued'), outcome: { kind: 'rests' } }
  if (!found) return { ...waits('organiser-sign-in'), remove: [] }
  if (isSuperseded) {
    // In the invite of a talk that is over it is history, and stays.
    const remove = all((place) => place.start <= now && !(isTarget(place) && found.isLost))
    return { remove, write: null, outcome: { kind: 'superseded' } }
  }
  if (publication.state === 'waiting' && (standing === 'others-invited' || standing === 'not-of-two'))
    return waits('not-a-one-on-one')
  const { next } = found
  if (!next) {
    const isHistory = (place: Target) => isTarget(place) && place.start <= now && !found.isLost
    return { ...waits('no-next-meeting'), remove: all(isHistory) }
  }
  if (!found.canWrite) return waits('organiser-sign-in')
  if (isOneNotHere) return waits('other-not-here')

  const remove = all((place) => place.iCalUId === next.iCalUId)
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
