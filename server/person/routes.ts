import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Strict } from '../contract/shape.ts'
import { PersonSettings, ReminderSettings } from '../contract/person.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { Type } from 'typebox'
import { problemAnswers } from '../contract/problem.ts'
import { personOf } from '../plugins/auth.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { personSpec, type PersonDocument } from './collection.ts'
import { hoursOf, personData } from './data.ts'
import { personMutations } from './mutations.ts'
import { hoursFromMailbox } from './mailbox-hours.ts'
import { isTimeZone } from './working-time.ts'

/** A mailbox is asked once a day. */
const day = 24 * 60 * 60 * 1000
const mayHaveChanged = ({ mailboxAt }: PersonDocument, now: Date) =>
  !mailboxAt || Math.abs(now.getTime() - mailboxAt.getTime()) > day

/** My own settings: whether the bot reaches me, when, and of what it reminds me. */
export const personRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const people = await app.database.collection(personSpec)
  const { find } = personData(people)
  const { choose, mailbox, seen } = personMutations(people)
  const view = (person: PersonDocument | null, off: SwitchedOff): PersonSettings => ({
    chat: person?.chatState ?? 'absent',
    reminders: hoursOf(person),
    remindersOff: off.includes('reminders'),
  })

  app.get(
    '/api/settings',
    { schema: { response: { 200: PersonSettings, ...problemAnswers } } },
    async (request): Promise<PersonSettings> => {
      return view(await find(personOf(request)), request.switchedOff)
    },
  )

  app.put(
    '/api/me',
    {
      schema: {
        body: Strict({ timeZone: Type.String({ minLength: 1, maxLength: 100 }) }),
        response: { 200: PersonSettings, ...problemAnswers },
      },
    },
    async (request): Promise<PersonSettings> => {
      const { tenantId, oid } = personOf(request)
      const now = app.now()
      let person = await seen({ tenantId, oid }, languageOf(request), request.body.timeZone, now)
      if (person && mayHaveChanged(person, now)) {
        const hours = await app.mailboxHoursOf(personOf(request))
        person = await mailbox({ tenantId, oid }, hours && hoursFromMailbox(hours, hoursOf(person)), now)
      }
      app.announce.emit('seen', { tenantId, oid })
      app.announce.emit('to-remind')
      return view(person, request.switchedOff)
    },
  )

  app.put(
    '/api/settings/reminders',
    { schema: { body: ReminderSettings, response: { 200: PersonSettings, ...problemAnswers } } },
    async (request): Promise<PersonSettings> => {
      const { body } = request
      if (!isTimeZone(body.timeZone))
        throw new Refused('invalid-request', {
          errors: [{ pointer: '/timeZone', message: 'is no time zone' }],
        })
      if (body.from >= body.until)
        throw new Refused('invalid-request', {
          errors: [{ pointer: '/until', message: 'must be after from' }],
        })
      return view(await choose(personOf(request), body), request.switchedOff)
    },
  )
}
