import type { Person } from '../../infra/sandbox/model.ts'
import { people } from '../../infra/sandbox/seed/organisation.ts'
import { organisation, type Seed } from '../../infra/sandbox/start.ts'

/** Somebody of the sandbox's organisation by this name. */
export function personNamed(name: string): Person {
  const [like] = people()
  if (!like) throw new Error('The organisation has nobody.')
  const upn = `${name}@sandbox.example`
  return {
    ...like,
    oid: crypto.randomUUID(),
    upn,
    mail: upn,
    name,
    proxyAddresses: [`SMTP:${upn}`],
    timeZone: 'UTC',
  }
}

/** People of these names and nobody else, with empty calendars. */
export const crowd = (names: string[]): Seed => {
  const people = names.map(personNamed)
  return () => ({ ...organisation(), people, groups: [], items: [] })
}
