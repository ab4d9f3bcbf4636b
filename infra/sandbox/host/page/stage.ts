import type { Meeting } from './api.ts'
import { element, shortTime } from './dom.ts'
import { face } from './face.ts'
import { wordsIn } from './texts.ts'

/** How long it lasts, as Teams counts it: minutes and seconds, and hours after the first. */
function lasted(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** The names of all in a meeting but its rooms. */
const namesOf = ({ organizer, attendees }: Meeting): string[] => [
  ...new Set([organizer, ...attendees.filter(({ type }) => type !== 'resource')].map(({ name }) => name)),
]

/** The meeting itself: who is in it, and how long it lasts. */
export function stage(locale: string) {
  const title = element('p', { class: 'title' })
  const timer = element('p', { class: 'timer' })
  const tiles = element('div', { class: 'tiles' })
  let shown: Meeting | undefined
  const tick = (now: Date) => {
    if (!shown) return void (timer.textContent = '')
    const [start, end] = [new Date(shown.start), new Date(shown.end)]
    timer.textContent =
      now < start || now > end ? shortTime(start, locale) : lasted(now.getTime() - start.getTime())
  }
  return {
    node: element('div', { class: 'stage' }, title, timer, tiles),
    show(meeting: Meeting | undefined, now: Date): void {
      shown = meeting
      title.textContent = meeting?.subject ?? wordsIn(locale).noMeeting
      const names = meeting ? namesOf(meeting) : []
      tiles.replaceChildren(
        ...names.map((name) => element('div', { class: 'tile' }, face(name), element('span', {}, name))),
      )
      tick(now)
    },
    tick,
  }
}
