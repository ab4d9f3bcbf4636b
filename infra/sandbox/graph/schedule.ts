import type { ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types'
import type { FastifyInstance } from 'fastify'
import { calendarView, type Held } from '../calendar/mailbox.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { checkMailbox } from './check-mailbox.ts'
import { checkSchedule, type AskedSchedule } from './check-schedule.ts'
import { settings } from './me.ts'
import { applyPrefer, dateTime, type Prefer } from './prefer.ts'
import type { Graph } from './service.ts'

/** How the merged view writes each status; working elsewhere is free (scheduleInformation, availabilityView). */
const digits: Record<Held['showAs'], number> = {
  free: 0,
  workingElsewhere: 0,
  unknown: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
}

/** `POST /me/calendar/getSchedule`: free/busy of people and lists of the own organisation. */
export function schedule(app: FastifyInstance, { store, enter }: Graph): void {
  app.post('/me/calendar/getSchedule', async (request, reply) => {
    const person = await enter(request, ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'])
    checkMailbox(person)
    const prefer = applyPrefer(request, reply)
    const asked = checkSchedule(request.body)
    return { value: asked.schedules.map((address) => scheduleOf(store, person, address, asked, prefer)) }
  })
}

function scheduleOf(
  store: Store,
  asker: Person,
  address: string,
  { from, to, minutes }: AskedSchedule,
  prefer: Prefer,
): ScheduleInformation {
  const people = peopleAt(store, asker, address)
  const [one, ...more] = people
  if (!one) {
    return {
      scheduleId: address,
      availabilityView: '',
      scheduleItems: [],
      error: {
        responseCode: 'ErrorMailRecipientNotFound',
        message: `Unable to resolve e-mail address ${address} to an Active Directory object.`,
      },
    }
  }
  const events = people.flatMap((member) =>
    calendarView(store, member, from, to).filter((event) => !event.isCancelled),
  )
  const merged = {
    scheduleId: address,
    availabilityView: viewOf(events, from, to, minutes * 60_000),
    scheduleItems: events.map((event) => itemOf(event, prefer)),
  }
  const { workingHours } = settings(one)
  return more.length === 0 && workingHours ? { ...merged, workingHours } : merged
}

/** The person with this address, or the members of the list; nobody of another organisation. */
function peopleAt(store: Store, asker: Person, address: string): Person[] {
  const wanted = address.toLowerCase()
  const group = store.state.groups.find((one) => one.address.toLowerCase() === wanted)
  return store.state.people.filter((one) => {
    const proxies = one.proxyAddresses.map((proxy) => proxy.replace(/^smtp:/i, ''))
    const addresses = [one.mail, one.upn, ...proxies].map((own) => own.toLowerCase())
    return (
      one.tenantId === asker.tenantId &&
      (group ? group.members.includes(one.upn) : addresses.includes(wanted))
    )
  })
}

function viewOf(events: Held[], from: Date, to: Date, step: number): string {
  const slots: number[] = []
  for (let at = from.getTime(); at < to.getTime(); at += step) {
    const during = events.filter((one) => one.ends.getTime() > at && one.begins.getTime() < at + step)
    slots.push(Math.max(0, ...during.map((one) => digits[one.showAs])))
  }
  return slots.join('')
}

/** A private event says when it is and nothing else. */
function itemOf(event: Held, prefer: Prefer): ScheduleItem {
  const isPrivate = event.sensitivity === 'private' || event.sensitivity === 'confidential'
  return {
    isPrivate,
    status: event.showAs,
    ...(isPrivate ? {} : { subject: event.subject, location: event.location }),
    start: dateTime(event.begins, prefer),
    end: dateTime(event.ends, prefer),
  }
}
