import type { Collections } from '../plugins/context.ts'
import type { MyData } from '../contract/my-data.ts'
import { personId, type PersonKey } from '../contract/person-key.ts'
import { guideData } from '../guide/data.ts'
import { pairData } from '../pair/data.ts'
import { personData } from '../person/data.ts'
import { questionData } from '../saved-questions/data.ts'
import { templatesOf } from '../template/data.ts'

/** The part of an export outside any pair: a person's settings, saved questions and templates. */
export function aboutMe(collections: Collections) {
  const people = personData(collections.people)
  const guides = guideData(collections.guides)
  const { savedQuestions, mailboxes } = collections
  const pairs = pairData(collections.pairs)
  const templates = templatesOf(collections)

  return async (person: PersonKey): Promise<MyData['me']> => {
    const mine = await pairs.ofPerson(person.tenantId, person.oid)
    const [me, tipsSeen, saved, known, mailbox, own] = await Promise.all([
      people.find(person),
      guides.seen(person),
      savedQuestions.findOne({ _id: personId(person) }),
      questionData(savedQuestions).findable(person, mine),
      mailboxes.findOne({ _id: personId(person) }),
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
      questions: saved?.questions ?? [],
      templates: own.flatMap(({ published, draft }) => [
        ...(published ? [published.template] : []),
        ...(draft ? [draft] : []),
      ]),
    }
  }
}
