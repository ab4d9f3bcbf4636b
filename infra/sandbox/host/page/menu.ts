import type { Column } from './column.ts'
import { element, option } from './dom.ts'
import type { Person } from './api.ts'
import { places, type PlaceName } from './teams-host.ts'
import { wordsIn } from './texts.ts'

const names = Object.keys(places) as PlaceName[]

/** For each of the people shown: who it is, where they are, and their Outlook. */
export function menuItems(
  people: Person[],
  columns: Column[],
  locale: string,
  /** Somebody else takes the place of one who is shown. */
  change: (at: number, upn: string) => void,
): HTMLElement[] {
  const words = wordsIn(locale)
  return columns.map(({ person, place, go }, at) => {
    const who = element(
      'select',
      {},
      ...people.map((one) => option(one.upn, one.name, one.upn === person.upn)),
    )
    who.addEventListener('change', () => change(at, who.value))
    const where = element('select', {}, ...names.map((one) => option(one, words[one], one === place())))
    where.addEventListener('change', () => go(where.value as PlaceName))
    const query = new URLSearchParams({ a: person.upn, language: locale })
    return element(
      'fieldset',
      {},
      element('legend', {}, person.name),
      element('label', {}, words.person, who),
      element('label', {}, words.where, where),
      element('a', { href: `/sandbox/outlook?${query}` }, 'Outlook'),
    )
  })
}
