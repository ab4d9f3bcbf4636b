import { getCalendar, type CalendarEvent, type Person } from './api.ts'
import { dayTitle, element, instant, timeOfDay } from './dom.ts'
import { wordsIn } from './texts.ts'

const day = 24 * 60 * 60 * 1000

/** A person's calendar in a drawer, drawn anew for what has changed only, so that an open invite stays open. */
export function agenda(
  person: Person,
  locale: string,
  actions: {
    close: () => void
    /** @returns how to join the meeting of an event; null when there is none */
    join: (event: CalendarEvent) => (() => void) | null
  },
) {
  const words = wordsIn(locale)
  const list = element('div', { class: 'days' })
  const drawn = new Map<string, { changeKey: string; node: HTMLDetailsElement }>()
  const titles = new Map<string, HTMLElement>()

  /** An invite as this mailbox holds it. Its HTML is shown in a frame that may run nothing. */
  function invite(event: CalendarEvent): HTMLDetailsElement {
    const when = event.isAllDay ? words.allDay : timeOfDay(instant(event.start), locale)
    const subject = element('span', event.isCancelled ? { class: 'cancelled' } : {}, event.subject)
    const about = element('small', {}, `${when} · ${event.organizer.emailAddress.name}`)
    const made = element('details', { 'data-id': event.id }, element('summary', {}, subject, about))
    made.addEventListener('toggle', () => {
      if (!made.open || made.querySelector('iframe')) return
      const join = actions.join(event)
      if (join) {
        const button = element('button', { type: 'button', class: 'primary' }, words.join)
        button.addEventListener('click', join)
        made.append(button)
      }
      const title = `${words.invite}: ${event.subject}, ${dayTitle(instant(event.start), locale)} ${when}`
      made.append(element('iframe', { sandbox: '', title, srcdoc: event.body.content }))
    })
    return made
  }
  function titleOf(event: CalendarEvent): HTMLElement {
    const text = dayTitle(instant(event.start), locale)
    const made = titles.get(text) ?? element('h3', {}, text)
    titles.set(text, made)
    return made
  }
  function detailsOf(event: CalendarEvent): HTMLDetailsElement {
    const before = drawn.get(event.id)
    if (before?.changeKey === event.changeKey) return before.node
    const node = invite(event)
    node.open = before?.node.open ?? false
    drawn.set(event.id, { changeKey: event.changeKey, node })
    return node
  }

  const close = element('button', { type: 'button', 'aria-label': words.close }, '×')
  close.addEventListener('click', actions.close)
  const node = element(
    'aside',
    { class: 'drawer', 'aria-label': `${words.calendar}, ${person.name}` },
    element('div', { class: 'bar' }, element('h2', {}, words.calendar), close),
    list,
  )
  node.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') actions.close()
  })
  return {
    node,
    close,
    async refresh(now: Date): Promise<void> {
      const from = new Date(now.getTime() - day / 4)
      const events = await getCalendar(person.upn, from, new Date(now.getTime() + 15 * day))
      const nodes = [...new Set(events.flatMap((event) => [titleOf(event), detailsOf(event)]))]
      if (nodes.length !== list.children.length || nodes.some((one, at) => list.children[at] !== one))
        list.replaceChildren(...nodes)
    },
  }
}
