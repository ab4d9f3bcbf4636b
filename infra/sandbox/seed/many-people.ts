import { framed, newItem } from '../calendar/new-item.ts'
import type { Item, Person } from '../model.ts'
import { organisation, type Seed } from '../start.ts'
import { domain, guid, people } from './organisation.ts'

/** Coaches beside the organisation's own people, and how many 1-on-1s each has. */
export const coaches = { esther: 5, carla: 12, dirk: 60 } as const
export type Coach = keyof typeof coaches

const coachNames: Record<Coach, string> = {
  esther: 'Esther Hoekstra',
  carla: 'Carla Prins',
  dirk: 'Dirk Zijlstra',
}
const firstNames =
  'Anouk,Bram,Chaima,Daan,Eline,Fatima,Gijs,Hanna,Ilse,Jasper,Kees,Lotte,Maarten,Nadia,Olaf,Pien,Quinten,Rosa,Şule,Zoë'
const lastNames =
  'Aalbers,van den Berg,Çelik,Dijkstra,El Amrani,Faber,de Groot,Hendriks,Jacobs,Kuipers,Maas,Nguyen,van Oudenhoven-Westerbeek'

/** A pair of a coach, by its place among theirs. */
export type Series = { coach: Coach; at: number; by: Person; employee: Person; item: Item }

/** Weeks between two 1-on-1s, by turn; null: one that had its last one already. */
const intervals = [1, 2, 1, 4, 1, null] as const

/** The people of these coaches, and a series for each pair of them. */
export function manyPeople(): { people: Person[]; series: Series[] } {
  const [like] = people()
  if (!like) throw new Error('The organisation has nobody.')
  const person = (name: string, display: string): Person => {
    const upn = `${name}@${domain}`
    return { ...like, oid: guid(upn), upn, mail: upn, name: display, proxyAddresses: [`SMTP:${upn}`] }
  }
  const [first, last] = [firstNames.split(','), lastNames.split(',')]
  const all: Person[] = []
  const series = Object.entries(coaches).flatMap(([name, count]) => {
    const coach = name as Coach
    const by = person(coach, coachNames[coach])
    all.push(by)
    return Array.from({ length: count }, (_, at): Series => {
      const display = `${first[all.length % first.length]} ${last[all.length % last.length]}`
      const employee = person(`${coach}-${at + 1}`, display)
      all.push(employee)
      return { coach, at, by, employee, item: seriesOf(by, employee, at) }
    })
  })
  return { people: all, series }
}

/** The one at this place: each first took place in the last week of May 2026, five a day at most a half hour. */
function seriesOf(by: Person, employee: Person, at: number): Item {
  const everyWeeks = intervals[at % intervals.length] ?? null
  const minutes = 8 * 60 + Math.floor(at / 5) * 30
  const time = [Math.floor(minutes / 60), minutes % 60].map((one) => String(one).padStart(2, '0')).join(':')
  return newItem({
    id: `many-${employee.upn}`,
    by,
    subject: `1-op-1 ${by.name.split(' ')[0]} en ${employee.name}`,
    start: `2026-05-${25 + (at % 5)}T${time}:00`,
    everyWeeks,
    createdAt: '2026-04-07T09:12:00Z',
    html: framed('<div>Ons gesprek.</div>'),
    attendees: [{ address: employee.mail, name: employee.name, type: 'required', response: 'accepted' }],
  })
}

/** The organisation, and three coaches with five, twelve and sixty people. */
export const withManyPeople: Seed = () => {
  const usual = organisation()
  const more = manyPeople()
  return {
    ...usual,
    people: [...usual.people, ...more.people],
    items: [...usual.items, ...more.series.map(({ item }) => item)],
  }
}
