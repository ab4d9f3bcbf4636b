import { describe, expect, it } from 'vitest'
import { waitingReasons } from '../../../server/contract/publication.ts'
import { faultsIn, flatTexts } from '../../../tests/support/texts.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

type Topic = { nl: object; en: object }
/** What the first view needs stands in `nl.ts` and `en.ts`; each later part has a file of its own, both side by side. */
const later = import.meta.glob<Record<string, Topic>>(['./*.ts', '!./*.test.ts', '!./nl.ts', '!./en.ts'], {
  eager: true,
})
const topics: [string, Topic][] = [
  ['first view', { nl, en }],
  ...Object.values(later).flatMap((module) => Object.entries(module)),
]

/** What is the same in Dutch and English, word for word. */
const twins = new Set(['feedback', 'check-in', 'focus', 'Tip', 'Effect', '±\u00a0‹1›\u00a0min'])

describe('interface texts in Dutch and English', () => {
  describe.each(topics)('the texts of %s', (_name, topic) => {
    it('the texts exist in both languages, fill in the same values and are translated', () => {
      expect(faultsIn(topic, twins)).toEqual([])
    })
  })

  it('every text that may be the same in both languages occurs as such', () => {
    const same = topics.flatMap(([, topic]) => {
      const english = new Map(flatTexts(topic.en))
      return flatTexts(topic.nl).flatMap(([path, text]) => (english.get(path) === text ? [text] : []))
    })
    expect([...twins].filter((one) => !same.includes(one))).toEqual([])
  })

  it('every waiting reason of a publication is explained', () => {
    expect(Object.keys(nl.waiting).sort()).toEqual([...waitingReasons].sort())
  })
})
