import type { CalendarEvent } from './api.ts'
import { element, longTime, instant } from './dom.ts'
import type { Client, OpenItem } from './outlook-host.ts'
import { wordsIn } from './texts.ts'

/** Outlook writes ids with two letters of the alphabet otherwise than Graph does. */
export const ewsId = (id: string): string => id.replaceAll('-', '/').replaceAll('_', '+')

/** The form that is open: of an event, of its whole series, or of a new event that is not saved. */
export type Opened = { event: CalendarEvent | null; series: boolean; shared: boolean }

/**
 * The item as Office.js knows it. Classic Outlook gives the id of the series for an occurrence (office-js 5305); the new one on
 * a Mac tells no id of an event of a moment ago (office-js 3508).
 */
export function itemOf({ event, series, shared }: Opened, client: Client): OpenItem {
  const unsaved = { itemId: null, start: null, seriesId: null, isRecurring: false, unknownFor: 0 }
  if (!event) return { ...unsaved, form: 'compose', shared }
  const master = event.seriesMasterId
  return {
    itemId: ewsId((series || client === 'classic' ? master : null) ?? event.id),
    form: event.isOrganizer ? 'compose' : 'read',
    shared,
    start: event.start.dateTime,
    seriesId: series ? null : master && ewsId(master),
    isRecurring: Boolean(master),
    unknownFor: client === 'mac' ? 2 : 0,
  }
}

/** The organiser's or the attendee's form of an event, with Groei's pane beside it. */
export function eventForm(
  opened: Opened,
  options: { width: number; locale: string; close: () => void; wholeSeries: () => void },
): { node: Node[]; frame: HTMLIFrameElement } {
  const { event, series } = opened
  const words = wordsIn(options.locale)
  const title = event?.subject ?? words.newEvent
  const role = !event || event.isOrganizer ? words.organiser : words.attendee
  const close = element('button', { type: 'button' }, words.close)
  close.addEventListener('click', options.close)
  const whole = element('button', { type: 'button' }, words.wholeSeries)
  whole.addEventListener('click', options.wholeSeries)
  const people = event?.attendees.map((one) => one.emailAddress.name).join(', ') ?? ''
  const frame = element('iframe', { title: `Groei – ${title}`, src: '/pane', width: String(options.width) })
  const invite = element('iframe', {
    class: 'body',
    sandbox: '',
    title: `${words.invite}: ${title}`,
    srcdoc: event?.body.content ?? '',
  })
  const what = series ? words.series : event ? longTime(instant(event.start), options.locale) : words.notSaved
  return {
    node: [
      element(
        'header',
        {},
        element('h2', {}, title),
        element('small', {}, `${role} · ${what}${people ? ` · ${people}` : ''}`),
        ...(event?.seriesMasterId && !series ? [whole] : []),
        close,
      ),
      invite,
      element('div', { class: 'pane' }, frame),
    ],
    frame,
  }
}
