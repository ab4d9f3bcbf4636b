import { describe, expect, it } from 'vitest'
import { waitingReasons } from '../../../server/contract/publication.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

/** Every text by its path; a text with something filled in is called with signs that show where. */
function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const here = path ? `${path}.${name}` : name
    if (typeof value === 'function')
      return [[here, String((value as (...all: string[]) => string)('‹1›', '‹2›'))]]
    if (typeof value === 'string') return [[here, value]]
    return value && typeof value === 'object' ? flat(value, here) : []
  })
}

type Topic = { nl: object; en: object }
/** What the first view needs stands in `nl.ts` and `en.ts`; each later part has a file of its own, both side by side. */
const later = import.meta.glob<Record<string, Topic>>(['./*.ts', '!./*.test.ts', '!./nl.ts', '!./en.ts'], {
  eager: true,
})
const topics: [string, Topic][] = [
  ['first view', { nl, en }],
  ...Object.values(later).flatMap((module) => Object.entries(module)),
]

describe.each(topics)('the texts of %s', (_name, topic) => {
  const dutch = new Map(flat(topic.nl))
  const english = new Map(flat(topic.en))
  it('have the same names in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort())
  })
  it('are never empty', () => {
    expect([...dutch, ...english].filter(([, text]) => !text.trim())).toEqual([])
  })
  it('are translated: no sentence is the same in both', () => {
    // Shorter ones may well be: 'Open Groei in Teams' is Dutch and English.
    const same = [...dutch].filter(([path, text]) => text.length > 20 && english.get(path) === text)
    expect(same).toEqual([])
  })
  it('fill in the same things', () => {
    const signs = (text = '') => text.match(/‹\d›/g)?.sort() ?? []
    for (const [path, text] of dutch) expect(signs(english.get(path)), path).toEqual(signs(text))
  })
})

it('every reason why a publication waits is explained', () => {
  expect(Object.keys(nl.waiting).sort()).toEqual([...waitingReasons].sort())
})
