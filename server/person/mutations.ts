import type { ChatState, ReminderSettings } from '../contract/person.ts'
import type { Language } from '../contract/shape.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import { personId, type Chat, type PersonDocument } from './collection.ts'

type Who = { tenantId: string; oid: string }

export const personMutations = (people: Collection<PersonDocument>) => {
  /** @param language of somebody who has never opened Groei */
  const upsert = (person: Who, set: Partial<PersonDocument>, language: Language = 'en') => {
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
        { upsert: true, returnDocument: 'after' },
      ),
    )
  }
  return {
    /** Somebody opened Groei: the language and zone in which they did. */
    seen: (person: Who, language: Language, timeZone: string, retainFrom: Date) =>
      upsert(person, { language, timeZone, retainFrom }),
    mailbox: (person: Who, mailbox: ReminderSettings | null, mailboxAt: Date) =>
      upsert(person, { mailbox, mailboxAt }),
    choose: (person: Who, reminders: ReminderSettings) => upsert(person, { reminders }),
    /** The bot is in their Teams, or is not any more. */
    chat: (person: Who, chatState: ChatState, chat?: Chat, language?: Language) =>
      upsert(person, { chatState, ...(chat ? { chat } : {}) }, language),
    offered: (person: Who, at: Date) => upsert(person, { offeredAt: at }),
    /** @returns whether this was the first time: of two who welcome at once one does */
    async welcome(person: Who, at: Date): Promise<boolean> {
      const done = await people.updateOne(
        { _id: personId(person), welcomedAt: null },
        { $set: { welcomedAt: at } },
      )
      return done.modifiedCount === 1
    },
  }
}
export type PersonMutations = ReturnType<typeof personMutations>
