import type { ChatState, ReminderSettings } from '../contract/person.ts'
import type { Language } from '../contract/shape.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** The chat of the bot with a person, as the bot service gave it at installation. */
export type Chat = { conversationId: string; serviceUrl: string; userId: string }

/** A person who uses Groei, and how the bot may reach them. The id is made of tenant and person, so there is one of each. */
export type PersonDocument = {
  _id: string
  tenantId: string
  oid: string
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
  /** Without a pair what is kept of them counts from here: their last visit. Absent: from when it is looked up. */
  retainFrom?: Date | null
}

export const personSpec: CollectionSpec<PersonDocument> = {
  name: 'people',
  scope: { of: 'person', exportedAs: 'reminders' },
  indexes: [{ fields: { tenantId: 1, retainFrom: 1 } }],
}
