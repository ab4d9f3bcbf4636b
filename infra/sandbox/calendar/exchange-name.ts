import { createHash } from 'node:crypto'
import type { Person } from '../model.ts'

/** The name that Exchange Online itself has for a mailbox: 32 figures and the alias. */
export function exchangeNameOf({ upn }: Pick<Person, 'upn'>): string {
  const figures = createHash('md5').update(upn).digest('hex')
  return `/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${figures}-${upn.split('@')[0]}`
}
