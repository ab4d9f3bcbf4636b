import { describe, expect } from 'vitest'
import { personSpec } from '../../server/person/collection.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())

describe('retention of people without a pair', () => {
  test('a person who stays away for the retention time is forgotten, unless they have a pair', async () => {
    await tenant.as('noor')('PUT', '/api/tenant/settings', { retentionDays: 30 })
    const talked = async () => {
      const [meeting] = await tenant.meetings('sanne', 'Milan')
      await tenant.conversation('sanne', 'milan', meeting!)
    }
    await talked()
    const here = (user: string) => tenant.as(user)('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
    for (const user of ['tom', 'joris', 'milan']) await here(user)
    const { people } = await tenant.sandbox<{ people: { oid: string; upn: string }[] }>('GET', 'people')
    const { tenantId } = tenant.launched.sandbox
    const persons = await tenant.database().collection(personSpec)
    const known = async () => {
      const all = await persons.find({ tenantId }).toArray()
      return ['tom', 'joris', 'milan'].filter((user) =>
        all.some(({ oid }) => people.find(({ upn }) => upn.startsWith(`${user}@`))?.oid === oid),
      )
    }
    await later(20)
    await here('joris')
    await talked()
    await later(20)
    await until(async () => ((await known()).includes('tom') ? null : true))
    expect(await known()).toEqual(['joris', 'milan'])
  })
})
