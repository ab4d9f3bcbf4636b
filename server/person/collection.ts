import type { ChatState, ReminderSettings } from '../contract/person.ts'
import type { Language } from '../contract/shape.ts'
import type { DocumentOfPerson } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/**
 * The chat of the bot with a person, as the bot service gave it. `userId`: how Teams knows the person; null until it has
 * told us something of them.
 */
export type Chat = { conversationId: string; serviceUrl: string; userId: string | null }

/** A person who uses Groei, and how the bot may reach them. Without a pair, retention counts from their last visit. */
export type PersonDocument = DocumentOfPerson & {
  language: Language
  /** Null until they chose something themselves; the zone is then that of their browser. */
  reminders: ReminderSettings | null
  timeZone: string
  /** Working hours of their mailbox, where it may be read; their own choice comes first. */
  mailbox?: ReminderSettings | null
  mailboxAt?: Date
  chat: Chat | null
  chatState: ChatState
  welcomedAt: Date | null
  /** When the bot was last offered to their Teams. */
  offeredAt: Date | null
}

const hours = {
  timeZone: clear.state,
  workingDays: clear.state,
  from: clear.date,
  until: clear.date,
  awayUntil: clear.date,
  silenced: clear.state,
} as const

export const personSpec: SealedSpec<PersonDocument> = {
  name: 'people',
  scope: { of: 'person', exportedAs: 'reminders' },
  fields: {
    tenantId: clear.id,
    oid: clear.id,
    retainFrom: clear.date,
    language: clear.state,
    reminders: hours,
    timeZone: clear.state,
    mailbox: hours,
    mailboxAt: clear.date,
    chat: { conversationId: clear.id, serviceUrl: clear.code, userId: clear.id },
    chatState: clear.state,
    welcomedAt: clear.date,
    offeredAt: clear.date,
  },
  indexes: [{ tenantId: 1, retainFrom: 1 }],
}
