import { framed, newItem } from '../../infra/sandbox/calendar/new-item.ts'
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

/** Coaches with so many employees each, every pair of them with a series each week; and nobody else. */
export function pairsOf(pairs: number, perCoach: number) {
  const all = Array.from({ length: pairs }, (_, index) => ({
    id: `series-${index}`,
    coach: `coach${Math.floor(index / perCoach)}`,
    employee: `employee${index}`,
  }))
  const people = new Map(
    [...new Set(all.flatMap((one) => [one.coach, one.employee]))].map((name) => [name, personNamed(name)]),
  )
  const items = all.map(({ id, coach, employee }, index) => {
    const by = people.get(coach)
    if (!by) throw new Error('no coach')
    // Of one coach one after the other, from Wednesday 3 June 2026 eight o'clock.
    const minutes = 8 * 60 + (index % perCoach) * 30
    return newItem({
      id,
      by,
      subject: `1-op-1 ${index}`,
      start: `2026-06-03T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`,
      everyWeeks: 1,
      createdAt: '2026-04-07T09:12:00Z',
      html: framed('<p>Ons gesprek</p>'),
      attendees: [
        { address: `${employee}@sandbox.example`, name: employee, type: 'required', response: 'accepted' },
      ],
    })
  })
  const seed: Seed = () => ({
    ...organisation(),
    people: [...people.values()],
    groups: [],
    items: structuredClone(items),
  })
  return { all, seed }
}
