import type { Event } from '@microsoft/microsoft-graph-types'
import type { Audience } from '../contract/publication.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import { oneOnOnes } from '../meeting/one-on-one.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { memberAt, notHere } from '../pair/policy.ts'
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
  const next = nextInviteFor(conversation, pair, oneOnOnes(events), now)
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
      alsoInvited: resourcesOf(events.find((one) => one.iCalUId === next.iCalUId)),
    },
    keepPrivate,
    waitsFor,
  }
}

const resourcesOf = (event: Event | undefined): string[] =>
  (event?.attendees ?? []).flatMap(({ type, emailAddress }) => {
    const name = emailAddress?.name || emailAddress?.address
    return type === 'resource' && name ? [name] : []
  })
