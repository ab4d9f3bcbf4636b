import { framed, newItem, type NewItem } from '../calendar/new-item.ts'
import type { Attendee, Group, Item, Person } from '../model.ts'
import { domain } from './organisation.ts'

const room: Attendee = {
  address: `kamer.eik@${domain}`,
  name: 'Kamer Eik',
  type: 'resource',
  response: 'accepted',
}

type Plan = Omit<NewItem, 'by' | 'attendees' | 'createdAt'> & {
  by: string
  with?: string[]
  text?: string
  room?: boolean
}

/** 1-on-1s of several kinds, and the noise around them. The sandbox's first day is Tuesday 2 June 2026. */
export function calendar(people: Person[], groups: Group[]): Item[] {
  const named = (name: string): Person => {
    const found = people.find((one) => one.upn === `${name}@${domain}`)
    if (!found) throw new Error(`The seed has no ${name}.`)
    return found
  }
  const invited = (name: string): Attendee => {
    const { mail: address, name: display } = groups.find((one) => one.address === name)
      ? { mail: name, name: groups.find((one) => one.address === name)?.name ?? name }
      : named(name)
    return { address, name: display, type: 'required', response: 'accepted' }
  }
  const item = ({ by, with: others = [], text = '', room: booked = false, ...plan }: Plan): Item =>
    newItem({
      ...plan,
      by: named(by),
      html: framed(text ? `<div>${text}</div>` : ''),
      attendees: [...others.map(invited), ...(booked ? [room] : [])],
      location: booked ? room.name : '',
      createdAt: '2026-04-07T09:12:00Z',
    })

  return [
    // The pairs.
    item({
      id: 'sanne-milan',
      by: 'sanne',
      with: ['milan'],
      subject: '1-op-1 Sanne en Milan',
      text: 'Ons wekelijkse gesprek.',
      start: '2026-04-14T10:30:00',
      everyWeeks: 1,
    }),
    item({
      id: 'sanne-aylin',
      by: 'sanne',
      with: ['aylin'],
      room: true,
      subject: '1:1 Sanne / Aylin',
      text: 'Every two weeks, in person when we can.',
      start: '2026-05-06T14:00:00',
      minutes: 45,
      everyWeeks: 2,
    }),
    item({
      id: 'sanne-tom',
      by: 'sanne',
      with: ['tom'],
      subject: '1-op-1 Sanne en Tom',
      text: 'Kennismaken en vooruitkijken.',
      start: '2026-06-04T09:00:00',
      everyWeeks: 1,
    }),
    item({
      id: 'noor-sanne',
      by: 'noor',
      with: ['sanne'],
      subject: 'Bijpraten Noor en Sanne',
      start: '2026-06-05T15:00:00',
      minutes: 60,
    }),
    item({
      id: 'noor-joris',
      by: 'noor',
      with: ['joris'],
      subject: '1-op-1 Noor en Joris',
      start: '2026-06-03T11:00:00',
    }),

    item({
      id: 'noor-ines',
      by: 'noor',
      with: ['ines'],
      subject: '1:1 Noor / Ines',
      start: '2026-06-10T12:00:00',
      everyWeeks: 1,
    }),
    item({
      id: 'grace-noor',
      by: 'grace',
      with: ['noor'],
      subject: 'Catching up, by phone',
      text: 'I call you.',
      start: '2026-06-11T09:30:00',
      teams: false,
    }),

    item({
      id: 'sanne-bas',
      by: 'sanne',
      with: ['bas'],
      subject: 'Stagegesprek Sanne en Bas',
      start: '2026-06-03T16:00:00',
    }),

    // The noise of a real calendar.
    item({
      id: 'team',
      by: 'sanne',
      with: ['milan', 'aylin', 'tom'],
      subject: 'Teamoverleg',
      start: '2026-04-13T09:30:00',
      minutes: 60,
      everyWeeks: 1,
    }),
    item({
      id: 'cancelled',
      by: 'tom',
      with: ['sanne'],
      subject: 'Even sparren',
      start: '2026-06-02T13:00:00',
      cancelled: true,
    }),
    item({
      id: 'department',
      by: 'noor',
      with: [`afdeling-dienstverlening@${domain}`],
      subject: 'Kennisuurtje',
      start: '2026-06-04T16:00:00',
      minutes: 60,
    }),
    item({
      id: 'day-off',
      by: 'sanne',
      subject: 'Vrij',
      start: '2026-06-08T00:00:00',
      minutes: 24 * 60,
      isAllDay: true,
      showAs: 'oof',
      teams: false,
    }),
    item({
      id: 'dentist',
      by: 'sanne',
      subject: 'Tandarts',
      start: '2026-06-03T08:30:00',
      sensitivity: 'private',
      showAs: 'oof',
      teams: false,
    }),
    // A whole day by the clock, without being an all-day event.
    item({
      id: 'travel',
      by: 'ines',
      subject: 'Travelling',
      start: '2026-06-09T00:00:00',
      minutes: 24 * 60,
      showAs: 'workingElsewhere',
      teams: false,
    }),
    item({
      id: 'focus',
      by: 'sanne',
      subject: 'Focustijd',
      start: '2026-04-17T13:00:00',
      minutes: 120,
      everyWeeks: 1,
      teams: false,
    }),
    item({
      id: 'milan-tom',
      by: 'milan',
      with: ['tom'],
      subject: 'Meekijken met het ontwerp',
      start: '2026-06-11T16:00:00',
    }),
  ]
}
