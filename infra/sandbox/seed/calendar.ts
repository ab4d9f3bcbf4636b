import type { Attendee, Item } from '../store.ts'
import { domain, guid, people, tenantId } from './organisation.ts'
import { meetingBlob } from './blob.ts'

const who = Object.fromEntries(people().map((one) => [one.upn.split('@')[0] ?? '', one]))
const named = (name: string): Attendee => {
  const one = who[name]
  return { address: one?.mail ?? `${name}@${domain}`, name: one?.name ?? name, type: 'required' }
}

export function onlineMeeting(id: string, organiserOid: string): { chatId: string; joinUrl: string } {
  const chatId = `19:meeting_${Buffer.from(guid(id)).toString('base64url').slice(0, 44)}@thread.v2`
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: organiserOid }))
  return {
    chatId,
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chatId)}/0?context=${context}`,
  }
}

type Plan = { id: string; by: string; subject: string; start: string } & Partial<Item> & {
    text?: string
    teams?: boolean
  }

export function item({ by, text = '', teams = true, ...plan }: Plan): Item {
  const organiser = who[by]?.oid ?? by
  const online = teams ? onlineMeeting(plan.id, organiser) : null
  const blob = online ? meetingBlob(online.joinUrl, who[by]?.locale === 'en-us' ? 'en' : 'nl') : ''
  return {
    organiser,
    body: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><p>${text}</p>${blob}</body></html>`,
    minutes: 30,
    timeZone: 'Europe/Amsterdam',
    everyWeeks: null,
    count: 1,
    attendees: [],
    online,
    isAllDay: false,
    sensitivity: 'normal',
    exceptions: {},
    ...plan,
  }
}

const room: Attendee = { address: `kamer.eik@${domain}`, name: 'Kamer Eik', type: 'resource' }

/** 1-on-1s of four kinds, and the noise around them. The sandbox's first day is Tuesday 2 June 2026. */
export const calendar = (): Item[] => [
  item({
    id: 'sanne-milan',
    by: 'sanne',
    subject: '1-op-1 Sanne en Milan',
    text: 'Ons wekelijkse gesprek.',
    start: '2026-04-14T10:30',
    everyWeeks: 1,
    count: 104,
    attendees: [named('milan')],
  }),
  item({
    id: 'sanne-aylin',
    by: 'sanne',
    subject: '1:1 Sanne / Aylin',
    text: 'Every two weeks.',
    start: '2026-05-06T14:00',
    minutes: 45,
    everyWeeks: 2,
    count: 52,
    attendees: [named('aylin'), room],
  }),
  item({
    id: 'sanne-tom',
    by: 'sanne',
    subject: 'Sanne & Tom',
    text: 'Kennismaken en vooruitkijken.',
    start: '2026-06-04T09:00',
    everyWeeks: 1,
    count: 52,
    attendees: [named('tom')],
  }),
  item({
    id: 'noor-sanne',
    by: 'noor',
    subject: 'Noor en Sanne bijpraten',
    start: '2026-06-05T15:00',
    attendees: [named('sanne')],
  }),
  item({
    id: 'noor-joris',
    by: 'noor',
    subject: '1-op-1 Noor en Joris',
    start: '2026-06-03T11:00',
    everyWeeks: 1,
    count: 20,
    attendees: [named('joris')],
  }),
  item({
    id: 'team',
    by: 'sanne',
    subject: 'Teamoverleg',
    start: '2026-04-13T09:30',
    minutes: 60,
    everyWeeks: 1,
    count: 104,
    attendees: ['milan', 'aylin', 'tom'].map(named),
  }),
  item({
    id: 'day-off',
    by: 'sanne',
    subject: 'Vrij',
    start: '2026-06-08T00:00',
    minutes: 1440,
    isAllDay: true,
    teams: false,
  }),
  item({
    id: 'cancelled',
    by: 'sanne',
    subject: 'Geannuleerd: Sanne en Tom',
    start: '2026-06-02T13:00',
    attendees: [named('tom')],
    exceptions: { 0: { cancelled: true } },
  }),
  item({
    id: 'dentist',
    by: 'sanne',
    subject: 'Tandarts',
    start: '2026-06-03T08:30',
    sensitivity: 'private',
    teams: false,
  }),
  item({
    id: 'focus',
    by: 'milan',
    subject: 'Focustijd',
    start: '2026-06-02T14:00',
    minutes: 120,
    teams: false,
  }),
  item({
    id: 'single',
    by: 'milan',
    subject: 'Even sparren',
    start: '2026-06-11T16:00',
    attendees: [named('tom')],
  }),
]
