import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, stateVersion, type Store } from '../../infra/sandbox/store.ts'
import { calendarView } from '../../infra/sandbox/calendar/mailbox.ts'
import { newItem } from '../../infra/sandbox/calendar/new-item.ts'
import type { Item, Person } from '../../infra/sandbox/model.ts'
import { people as seeded } from '../../infra/sandbox/seed/organisation.ts'
import { organisation } from '../../infra/sandbox/start.ts'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

/** Twenty thousand people, two by two in a weekly series. */
function large(): { people: Person[]; items: Item[] } {
  const like = seeded()[0]!
  const people = Array.from({ length: 20_000 }, (_, index): Person => {
    const upn = `person${index}@sandbox.example`
    return { ...like, oid: crypto.randomUUID(), upn, mail: upn, proxyAddresses: [`SMTP:${upn}`] }
  })
  const items = Array.from({ length: 10_000 }, (_, index) => {
    const employee = people[2 * index + 1]!
    return newItem({
      id: `series-${index}`,
      by: people[2 * index]!,
      subject: `1:1 ${index}`,
      start: '2026-04-14T10:30:00',
      everyWeeks: 1,
      createdAt: '2026-04-07T09:12:00Z',
      attendees: [{ address: employee.mail, name: employee.name, type: 'required', response: 'accepted' }],
    })
  })
  return { people, items }
}

const { people, items } = large()
let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox({ seed: () => ({ ...organisation(), people, items }) })
})
afterAll(() => tenant.close())

const storeOf = (some: { people: Person[]; items: Item[] }): Store => {
  const empty = { copies: {}, subscriptions: {}, changes: {}, rounds: {}, refreshTokens: {} }
  return openStore(
    () => ({ ...organisation(), ...some, version: stateVersion, ...empty }),
    () => [],
    undefined,
  )
}
/** The shortest of many looks at a calendar, so that no other work on the machine matters. */
function shortest(store: Store): number {
  const [from, to] = [new Date('2026-06-01T00:00:00Z'), new Date('2026-06-15T00:00:00Z')]
  const times = people.slice(0, 300).map((person) => {
    const begun = performance.now()
    expect(calendarView(store, person, from, to)).toHaveLength(2)
    return performance.now() - begun
  })
  return Math.min(...times)
}

describe('sandbox with 20,000 people', () => {
  test('a mailbox among 20,000 people answers in the same order of time as one among 300', () => {
    const few = storeOf({ people: people.slice(0, 300), items: items.slice(0, 150) })
    // Through all items it would take seventy times as long.
    expect(shortest(storeOf({ people, items })) / shortest(few)).toBeLessThan(10)
  })

  test('a change to an event reaches its attendee', async () => {
    const [coach, employee] = [people[5000]!, people[5001]!]
    const { id } = await tenant.event(coach.upn, '1:1 2500')
    expect((await tenant.patch(coach.upn, id, { subject: 'Anders' })).status).toBe(200)
    expect((await tenant.event(employee.upn, 'Anders')).changeKey).toBeTruthy()
    expect((await tenant.calendar(people[5002]!.upn)).body.value).toHaveLength(2)
  })
})
