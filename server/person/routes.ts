import type { FastifyPluginAsync } from 'fastify'
import { getPersonSettings, putMe, putReminders, type PersonSettings } from '../contract/person.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { route } from '../http/route.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { invalid, languageOf } from '../plugins/problems.ts'
import type { PersonDocument } from './collection.ts'
import { hoursOf, personData } from './data.ts'
import { personMutations } from './mutations.ts'
import { hoursFromMailbox } from './mailbox-hours.ts'
import { isTimeZone } from './working-time.ts'

/** A mailbox is asked once a day. */
const day = 24 * 60 * 60 * 1000
const mayHaveChanged = ({ mailboxAt }: PersonDocument, now: Date) =>
  !mailboxAt || Math.abs(now.getTime() - mailboxAt.getTime()) > day

/** My own settings: whether the bot reaches me, when, and of what it reminds me. */
export const personRoutes: FastifyPluginAsync = async (app) => {
  const people = app.collections.people
  const { find } = personData(people)
  const { choose, mailbox, seen } = personMutations(people)
  const view = (person: PersonDocument | null, off: SwitchedOff): PersonSettings => ({
    chat: person?.chatState ?? 'absent',
    reminders: hoursOf(person),
    remindersOff: off.includes('reminders'),
  })

  route(app, getPersonSettings, asPerson(), async (request) => {
    return view(await find(personOf(request)), request.switchedOff)
  })

  route(app, putMe, asPerson({ alsoDeparted: true }), async (request) => {
    const { tenantId, oid } = personOf(request)
    // A page calls this once, as it opens: a person who left begins again by opening Groei.
    await app.departures.beginAnew({ tenantId, oid })
    const now = app.now()
    let person = await seen({ tenantId, oid }, languageOf(request), request.body.timeZone, now)
    if (person && mayHaveChanged(person, now)) {
      const hours = await app.mailboxHoursOf(personOf(request))
      person = await mailbox({ tenantId, oid }, hours && hoursFromMailbox(hours, hoursOf(person)), now)
    }
    app.announce.emit('seen', { tenantId, oid })
    app.announce.emit('to-remind')
    return view(person, request.switchedOff)
  })

  route(app, putReminders, asPerson(), async (request) => {
    const { body } = request
    if (!isTimeZone(body.timeZone)) throw invalid('/timeZone', 'is no time zone')
    if (body.from === body.until) throw invalid('/until', 'must differ from from')
    return view(await choose(personOf(request), body), request.switchedOff)
  })
}
