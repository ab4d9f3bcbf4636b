import { createHash } from 'node:crypto'
import type { Person } from '../store.ts'

export const tenantId = '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b'
export const otherTenantId = 'f1e2d3c4-b5a6-4978-8a6b-5c4d3e2f1a0b'

/** Groei's registration in this tenant's Entra. The secret opens nothing but the sandbox. */
export const registration = {
  clientId: '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b',
  clientSecret: 'sandbox-client-secret',
  scope: 'access_as_user',
  consents: ['User.Read', 'Calendars.ReadWrite', 'Chat.ReadBasic'],
}

export const domain = 'sandbox.example'

/** Always the same id for the same name. */
export const guid = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const person = (upn: string, name: string, jobTitle: string, more: Partial<Person> = {}): Person => ({
  tenantId,
  oid: guid(upn),
  upn: `${upn}@${domain}`,
  name,
  mail: `${upn}@${domain}`,
  proxyAddresses: [`SMTP:${upn}@${domain}`, `smtp:${upn}.alias@${domain}`],
  jobTitle,
  locale: 'nl-nl',
  timeZone: 'Europe/Amsterdam',
  consented: true,
  ...more,
})

export const people = (): Person[] => [
  person('sanne', 'Sanne de Vries', 'Teamleider'),
  person('milan', 'Milan Bakker', 'Ontwerper'),
  person('aylin', 'Aylin Yılmaz', 'Engineer', { locale: 'en-us' }),
  person('tom', 'Tom Visser', 'Adviseur'),
  person('noor', 'Noor Jansen', 'Afdelingsmanager'),
  person('joris', 'Joris Mulder', 'Analist', { consented: false }),
  person('eva', 'Eva Smit', 'Elders', {
    tenantId: otherTenantId,
    upn: 'eva@elsewhere.example',
    mail: 'eva@elsewhere.example',
  }),
]
