import type { CalendarEvent } from './api.ts'
import { dayTitle, element, instant, timeOfDay } from './dom.ts'
import { wordsIn } from './texts.ts'

/** Days side by side, each event a button that opens it. */
export function week(
  days: Date[],
  events: CalendarEvent[],
  locale: string,
  open: (event: CalendarEvent) => void,
) {
  const node = element('div', { class: 'week' })
  for (const day of days) {
    const title = dayTitle(day, locale)
    const list = element('ul', { 'aria-label': title })
    for (const event of events.filter((one) => dayTitle(instant(one.start), locale) === title)) {
      const when = event.isAllDay ? wordsIn(locale).allDay : timeOfDay(instant(event.start), locale)
      const button = element(
        'button',
        { type: 'button', ...(event.isCancelled ? { class: 'cancelled' } : {}) },
        element('small', {}, when),
        ' ',
        event.subject,
      )
      button.addEventListener('click', () => open(event))
      list.append(element('li', {}, button))
    }
    node.append(element('section', {}, element('h3', {}, title), list))
  }
  return node
}
