import type { ChatState, ReminderSettings } from '../contract/person.ts'
import type { Language } from '../contract/shape.ts'
import type { CollectionSpec, DocumentOfPerson } from '../database/collection.ts'

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

export const personSpec: CollectionSpec<PersonDocument> = {
  name: 'people',
  scope: { of: 'person', exportedAs: 'reminders' },
  indexes: [{ tenantId: 1, retainFrom: 1 }],
}
