import { element } from './dom.ts'
import { icon, type IconName } from './icons.ts'
import type { PlaceName } from './teams-host.ts'
import { wordsIn } from './texts.ts'

/** The apps at the left edge of a person's Teams. */
export function rail(
  person: string,
  locale: string,
  actions: { toggleCalendar: () => void; go: (place: PlaceName) => void },
) {
  const words = wordsIn(locale)
  const button = (name: IconName, label: string, press: () => void) => {
    const made = element('button', { type: 'button', 'aria-label': label, title: label })
    made.append(icon(name))
    made.addEventListener('click', press)
    return made
  }
  const calendar = button('calendar', words.calendar, actions.toggleCalendar)
  const apps = {
    personal: button('groei', words.groei, () => actions.go('personal')),
    chat: button('chat', words.chat, () => actions.go('chat')),
    call: button('call', words.call, () => actions.go('call')),
  }
  return {
    node: element(
      'nav',
      { class: 'rail', 'aria-label': `${words.apps}, ${person}` },
      calendar,
      ...Object.values(apps),
    ),
    calendar,
    show(place: PlaceName, isCalendarOpen: boolean): void {
      calendar.setAttribute('aria-expanded', String(isCalendarOpen))
      for (const [name, app] of Object.entries(apps)) {
        if (name === place) app.setAttribute('aria-current', 'page')
        else app.removeAttribute('aria-current')
      }
    },
  }
}
