import type { DayOfWeek, MailboxSettings, User } from '@microsoft/microsoft-graph-types'
import type { FastifyInstance } from 'fastify'
import { windowsOf } from '../calendar/time.ts'
import { languageOf } from '../calendar/new-item.ts'
import type { Person } from '../model.ts'
import { select } from './select.ts'
import type { Graph } from './service.ts'
import type { Query } from './window.ts'

/** The properties that `/me` has without `$select`. */
const common = (person: Person): User => ({
  businessPhones: [],
  displayName: person.name,
  givenName: person.name.split(' ')[0] ?? '',
  jobTitle: person.jobTitle,
  mail: person.mail,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: languageOf(person) === 'nl' ? 'nl-NL' : 'en-US',
  surname: person.name.split(' ').slice(1).join(' '),
  userPrincipalName: person.upn,
  id: person.oid,
})

/** Those that have to be asked for. */
const rare = (person: Person): User => ({
  accountEnabled: true,
  proxyAddresses: person.proxyAddresses,
  otherMails: [],
  imAddresses: [person.upn],
  mailNickname: person.upn.split('@')[0] ?? '',
  userType: 'Member',
  usageLocation: 'NL',
  department: null,
  companyName: null,
})

/** Nine to five, Monday to Friday; Tom begins early and has Fridays off. */
export const settings = (person: Person): MailboxSettings => {
  const early = person.upn.startsWith('tom@')
  const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', ...(early ? [] : ['friday'])]
  return {
    timeZone: windowsOf(person.timeZone),
    language: { locale: languageOf(person) === 'nl' ? 'nl-NL' : 'en-US', displayName: '' },
    workingHours: {
      daysOfWeek: workdays as DayOfWeek[],
      startTime: `${person.hours?.from ?? (early ? '07:30' : '09:00')}:00.0000000`,
      endTime: `${person.hours?.until ?? '17:00'}:00.0000000`,
      timeZone: { name: person.hours?.zone ?? windowsOf(person.timeZone) },
    },
  }
}

export function me(app: FastifyInstance, { enter, enterMailbox }: Graph): void {
  app.get('/me/mailboxSettings', async (request) =>
    settings(await enterMailbox(request, ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'])),
  )
  app.get<{ Querystring: Query }>('/me', async (request) => {
    const person = await enter(request, [
      'User.Read',
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite',
    ])
    return select(common(person), request.query['$select'], 'user', rare(person))
  })
}
