import type { Event } from '@microsoft/microsoft-graph-types'
import type { Audience } from '../contract/publication.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import { occurrenceId } from '../meeting/occurrence.ts'
import { oneOnOnes } from '../meeting/one-on-one.ts'
import { whoIsIn, type Participant, type People } from '../meeting/who.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { addressesOf, memberAt, notHere } from '../pair/policy.ts'
import { nextInviteFor } from './next-invite-data.ts'

/**
 * The people who can read what is shared of a conversation.
 * @param events of the calendar of `me`, in the stretch that `stretchFor` says
 */
export function audienceOf(
  { conversation, pair, me }: { conversation: ListedConversation; pair: PairDocument; me: Member },
  events: Event[],
  now: Date,
): Audience {
  const keepPrivate = me.keepPrivate === true
  const people = [me, ...pair.members].map(addressesOf)
  const next = nextInviteFor(conversation, pair, oneOnOnes(events, people), now)
  const waitsFor = notHere(pair)?.name ?? null
  if (!next) return { next: null, keepPrivate, waitsFor }
  const { subject, start, organiser, isOrganiser, isPrivate } = next
  const theirs = memberAt(pair, organiser.address)
  return {
    next: {
      subject,
      start: start.toISOString(),
      organiser: organiser.name,
      iOrganise: isOrganiser,
      isPrivate,
      willBePrivate: !isPrivate && theirs?.keepPrivate === true,
      ...alsoIn(
        events.find((one) => occurrenceId(one) === next.iCalUId),
        people,
      ),
    },
    keepPrivate,
    waitsFor,
  }
}

/** Rooms, and services that take notes, which read the invite too. */
function alsoIn(event: Event | undefined, people: People): { alsoInvited: string[]; noteTakers: string[] } {
  const { rooms = [], noteTakers = [] } = (event && whoIsIn(event, people)) ?? {}
  const names = (some: Participant[]) => some.map(({ name, address }) => name || address)
  return { alsoInvited: names(rooms), noteTakers: names(noteTakers) }
}
