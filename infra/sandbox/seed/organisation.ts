import { createHash } from 'node:crypto'
import { exchangeNameOf } from '../calendar/exchange-name.ts'
import type { Group, Person } from '../model.ts'

/** `groei-sandbox`. */
export const tenantId = '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b'
/** `andere-tenant`, for tests with people of elsewhere. */
export const otherTenantId = 'f1e2d3c4-b5a6-4978-8a6b-5c4d3e2f1a0b'

/** Groei's registration in this tenant's Entra. The secret opens nothing but the sandbox. */
export const registration = {
  clientId: '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b',
  clientSecret: 'sandbox-client-secret',
  idUri: 'api://5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b',
  scope: 'access_as_user',
  /** Application permissions that an admin consented to. */
  roles: ['TeamsAppInstallation.ReadWriteSelfForUser.All'],
  /** Groei in the tenant's app catalogue. */
  teamsAppId: '6f1d2c3b-4a59-4687-9786-a5b4c3d2e1f0',
  consents: ['User.Read', 'Calendars.ReadWrite', 'Chat.ReadBasic', 'MailboxSettings.Read'],
}

export const domain = 'sandbox.example'

/** Always the same id for the same name. */
export const guid = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const person = (name: string, displayName: string, jobTitle: string, more: Partial<Person> = {}): Person => ({
  tenantId,
  oid: guid(name),
  upn: `${name}@${domain}`,
  name: displayName,
  mail: `${name}@${domain}`,
  proxyAddresses: [
    `SMTP:${name}@${domain}`,
    // An earlier address of the mailbox: old invites still carry it.
    `smtp:${displayName.toLowerCase().replace('ı', 'i').replaceAll(' ', '.')}@${domain}`,
    // Not of mail: a name of Exchange's, and those of calls and of SharePoint.
    `X500:${exchangeNameOf({ upn: `${name}@${domain}` })}`,
    `SIP:${name}@${domain}`,
    `SPO:SPO_${guid(name)}@SPO_${tenantId}`,
  ],
  jobTitle,
  locale: 'nl-nl',
  timeZone: 'Europe/Amsterdam',
  consented: true,
  ...more,
})

/** A coach and her three employees, another manager and hers, two of them abroad, an intern; and somebody of another tenant. */
export const people = (): Person[] => [
  person('sanne', 'Sanne de Vries', 'Teamleider'),
  person('milan', 'Milan Bakker', 'Ontwerper'),
  person('aylin', 'Aylin Yılmaz', 'Engineer', { locale: 'en-us' }),
  person('tom', 'Tom Visser', 'Adviseur'),
  person('noor', 'Noor Jansen', 'Afdelingsmanager', { appRoles: ['Groei.Admin'] }),
  person('joris', 'Joris Mulder', 'Analist', { consented: false }),
  person('ines', 'Ines Carvalho', 'Consultant', { locale: 'en-us', timeZone: 'Europe/Lisbon' }),
  person('grace', 'Grace Miller', 'Consultant', { locale: 'en-us', timeZone: 'America/New_York' }),
  person('bas', 'Bas Willems', 'Stagiair', { notAssigned: true }),
  person('eva', 'Eva Smit', 'Adviseur', {
    tenantId: otherTenantId,
    upn: 'eva@elsewhere.example',
    mail: 'eva@elsewhere.example',
    proxyAddresses: ['SMTP:eva@elsewhere.example'],
  }),
]

export const groups = (): Group[] => [
  {
    address: `afdeling-dienstverlening@${domain}`,
    name: 'Afdeling Dienstverlening',
    members: ['sanne', 'milan', 'aylin', 'tom', 'joris'].map((name) => `${name}@${domain}`),
  },
]
