import type { ChatState, ReminderSettings } from '../contract/person.ts'
import type { Language } from '../contract/shape.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** Where the bot speaks with a person, as the service told when they had it installed. */
export type Chat = { conversationId: string; serviceUrl: string; userId: string }

/** Who uses Groei, and how the bot may reach them. Named after tenant and person, so there is one of each. */
export type PersonDocument = {
  _id: string
  tenantId: string
  oid: string
  language: Language
  /** Null until they chose something themselves; the zone is then that of their browser. */
  reminders: ReminderSettings | null
  timeZone: string
  /** What their mailbox said, where it may be read; it gives way to what they chose. */
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
  indexes: [{ fields: { tenantId: 1, retainFrom: 1 } }],
}

export const personId = ({ tenantId, oid }: { tenantId: string; oid: string }): string => `${tenantId}.${oid}`
