import type { MyData } from '../contract/my-data.ts'
import type { Database } from '../database/collection.ts'
import { guideSpec } from '../guide/collection.ts'
import { guideData } from '../guide/data.ts'
import { mailboxId, mailboxSpec } from '../mailbox/collection.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { personId, personSpec } from '../person/collection.ts'
import { personData } from '../person/data.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { questionData } from '../shelf/data.ts'
import { templatesOf } from '../template/data.ts'

/** What is kept of a person outside any pair: their settings, and what they keep at hand. */
export async function aboutMe(database: Database) {
  const people = personData(await database.collection(personSpec))
  const guides = guideData(await database.collection(guideSpec))
  const shelves = await database.collection(shelfSpec)
  const pairs = pairData(await database.collection(pairSpec))
  const mailboxes = await database.collection(mailboxSpec)
  const templates = await templatesOf(database)

  return async (person: { tenantId: string; oid: string }): Promise<MyData['me']> => {
    const mine = await pairs.ofPerson(person.tenantId, person.oid)
    const [me, tipsSeen, shelf, known, mailbox, own] = await Promise.all([
      people.find(person),
      guides.seen(person),
      shelves.findOne({ _id: personId(person) }),
      questionData(shelves).findable(person, mine),
      mailboxes.findOne({ _id: mailboxId(person) }),
      templates.drafts(person.tenantId, person.oid),
    ])
    return {
      language: me?.language ?? null,
      timeZone: me?.timeZone || null,
      reminders: me?.reminders ?? null,
      workingHoursOfMailbox: me?.mailbox ?? null,
      chat: me?.chatState ?? 'absent',
      chatAddress: me?.chat ? { conversationId: me.chat.conversationId, userId: me.chat.userId } : null,
      calendarToldUntil: mailbox?.subscription?.until.toISOString() ?? null,
      tipsSeen,
      favouriteQuestions: known.filter(({ favourite }) => favourite).map(({ text }) => text),
      questions: shelf?.questions ?? [],
      templates: own.flatMap(({ published, draft }) => [
        ...(published ? [published.template] : []),
        ...(draft ? [draft] : []),
      ]),
    }
  }
}
