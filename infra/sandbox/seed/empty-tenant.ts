import type { AdminRole, Person } from '../model.ts'
import type { Seed } from '../start.ts'
import { calendar } from './calendar.ts'
import { domain, groups, guid, people, tenantId } from './organisation.ts'
import { noRegistrations } from './registrations.ts'

const admin = (name: string, displayName: string, adminRoles: AdminRole[]): Person => ({
  tenantId,
  oid: guid(name),
  upn: `${name}@${domain}`,
  name: displayName,
  mail: `${name}@${domain}`,
  proxyAddresses: [`SMTP:${name}@${domain}`],
  jobTitle: 'Beheerder',
  locale: 'en-us',
  timeZone: 'Europe/Amsterdam',
  consented: false,
  adminRoles,
})

/** The organisation before anybody has registered Groei or consented to anything, and its admins. */
export const emptyTenant: Seed = () => ({
  offset: Date.parse('2026-06-02T08:00:00Z') - Date.now(),
  people: [
    ...people().map(({ appRoles: _appRoles, ...one }) => ({ ...one, consented: false })),
    admin('femke', 'Femke Dijkstra', ['Global Administrator']),
    admin('lars', 'Lars Hendriks', ['Cloud Application Administrator']),
    admin('yusuf', 'Yusuf Demir', ['Teams Administrator']),
    admin('petra', 'Petra Kok', ['Privileged Role Administrator']),
  ],
  groups: groups(),
  items: calendar(people(), groups()),
  registrations: noRegistrations(),
})
