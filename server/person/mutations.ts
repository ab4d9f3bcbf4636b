import { personId, type PersonKey } from '../contract/person-key.ts'
import type { ChatState, ReminderSettings } from '../contract/person.ts'
import type { Language } from '../contract/shape.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import type { Chat, PersonDocument } from './collection.ts'

export const personMutations = (people: Collection<PersonDocument>) => {
  /** @param language of somebody who has never opened Groei */
  const upsert = (person: PersonKey, set: Partial<PersonDocument>, language: Language = 'en') => {
    const empty = {
      language,
      timeZone: '',
      tenantId: person.tenantId,
      oid: person.oid,
      reminders: null,
      chat: null,
      chatState: 'absent' as const,
      welcomedAt: null,
      offeredAt: null,
    }
    const missing = Object.fromEntries(Object.entries(empty).filter(([name]) => !(name in set)))
    return onceMoreOnDuplicate(() =>
      people.findOneAndUpdate(
        { _id: personId(person) },
        { $set: set, $setOnInsert: missing },
        { upsert: true },
      ),
    )
  }
  return {
    /** Somebody opened Groei: the language and zone in which they did. */
    seen: (person: PersonKey, language: Language, timeZone: string, retainFrom: Date) =>
      upsert(person, { language, timeZone, retainFrom }),
    mailbox: (person: PersonKey, mailbox: ReminderSettings | null, mailboxAt: Date) =>
      upsert(person, { mailbox, mailboxAt }),
    choose: (person: PersonKey, reminders: ReminderSettings) => upsert(person, { reminders }),
    /** The bot is in their Teams, or is not any more. */
    chat: (person: PersonKey, chatState: ChatState, chat?: Chat, language?: Language) =>
      upsert(person, { chatState, ...(chat ? { chat } : {}) }, language),
    /**
     * The bot is in their Teams, and nobody told us.
     * @returns false when it was told meanwhile: what Teams says of a chat is more than we know
     */
    async found(person: PersonKey, chat: Chat): Promise<boolean> {
      const done = await people.updateOne(
        { _id: personId(person), chatState: 'absent' },
        { $set: { chat, chatState: 'installed' } },
      )
      return done.modifiedCount === 1
    },
    offered: (person: PersonKey, at: Date) => upsert(person, { offeredAt: at }),
    /** @returns whether this was the first time: of two who welcome at once one does */
    async welcome(person: PersonKey, at: Date): Promise<boolean> {
      const done = await people.updateOne(
        { _id: personId(person), welcomedAt: null },
        { $set: { welcomedAt: at } },
      )
      return done.modifiedCount === 1
    },
  }
}
export type PersonMutations = ReturnType<typeof personMutations>
