import { Type } from 'typebox'
import { Id, Instant, Nullable, Strict } from './shape.ts'

/**
 * A meeting, as the host that Groei is open in knows it. Teams gives the join URL and the scheduled start
 * (`meeting.getMeetingDetails`) and the chat id (context); Outlook gives the
 * id of the event in the mailbox of the person who asks, of an occurrence or of a whole series, and the start of the one
 * that is open; Groei's own lists give the iCalUId. At least one of joinUrl, chatId, eventId and iCalUId must be there.
 *
 * A join URL is compared and never fetched, so it need not be a URI: people decode and encode it until it works. What a
 * host calls the start may be impossible and then counts as none.
 */
export const MeetingReference = Strict({
  joinUrl: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  chatId: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  eventId: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
  /** The address of the mailbox of that event, by the host. It gives no right: it only says why an event is not found. */
  mailbox: Type.Optional(Type.String({ maxLength: 1000 })),
  iCalUId: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  start: Type.Optional(Type.String({ maxLength: 100 })),
})
export type MeetingReference = Type.Static<typeof MeetingReference>

/** One occurrence of a 1-on-1, as it stands in the calendar of the person who asks. */
export const Meeting = Strict({
  iCalUId: Type.String(),
  subject: Type.String(),
  start: Instant,
  end: Instant,
  joinUrl: Nullable(Type.String()),
  isRecurring: Type.Boolean(),
  /** Am I its organiser? */
  isOrganiser: Type.Boolean(),
  other: Strict({ name: Type.String(), address: Type.String() }),
  /** The pair that this meeting belongs to; null as long as roles were not asked. */
  pairId: Nullable(Id),
})
export type Meeting = Type.Static<typeof Meeting>
