import { getCalendar, type CalendarEvent } from './api.ts'
import { element, instant, shortTime } from './dom.ts'

const day = 24 * 60 * 60 * 1000

/** An invite as this mailbox holds it. Its HTML is shown in a frame that may run nothing. */
function invite(event: CalendarEvent): HTMLDetailsElement {
  const when = event.isAllDay ? 'All day' : shortTime(instant(event.start))
  const title = element('span', event.isCancelled ? { class: 'cancelled' } : {}, event.subject)
  const made = element(
    'details',
    { 'data-id': event.id },
    element('summary', {}, title, element('small', {}, `${when} · ${event.organizer.emailAddress.name}`)),
  )
  made.addEventListener('toggle', () => {
    if (made.open && !made.querySelector('iframe')) {
      made.append(
        element('iframe', {
          sandbox: '',
          title: `Invite: ${event.subject}, ${when}`,
          srcdoc: event.body.content,
        }),
      )
    }
  })
  return made
}

/** The calendar of one person, drawn anew for what has changed only, so that an open invite stays open. */
export function agenda(person: () => string) {
  const list = element('div')
  const drawn = new Map<string, { changeKey: string; node: HTMLDetailsElement }>()
  return {
    node: element('div', { class: 'agenda' }, element('h3', {}, 'Calendar'), list),
    async refresh(now: Date): Promise<void> {
      const events = await getCalendar(
        person(),
        new Date(now.getTime() - day / 4),
        new Date(now.getTime() + 15 * day),
      )
      const nodes = events.map((event) => {
        const before = drawn.get(event.id)
        if (before?.changeKey === event.changeKey) return before.node
        const node = invite(event)
        node.open = before?.node.open ?? false
        drawn.set(event.id, { changeKey: event.changeKey, node })
        return node
      })
      if (nodes.length !== list.children.length || nodes.some((node, at) => list.children[at] !== node))
        list.replaceChildren(...nodes)
    },
  }
}
