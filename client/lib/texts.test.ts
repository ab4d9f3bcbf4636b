import { describe, expect, it } from 'vitest'
import { faultsIn, flatTexts, notIsolated } from '../../tests/support/texts.ts'

type Topic = { nl: object; en: object }
/** All texts of the client, the server and both: each feature keeps its own, whatever stands before its name. */
const files = import.meta.glob<Record<string, unknown>>(
  ['../**/texts.ts', '../**/*-texts.ts', '../../server/**/texts.ts', '../../server/**/*-texts.ts'],
  { eager: true },
)
const topics = Object.values(files).flatMap((file) => Object.entries(file)) as [string, Topic][]

/** Texts that are the same in Dutch and English, word for word. */
const twins = new Set([
  'feedback',
  'check-in',
  'focus',
  'Tip',
  'Effect',
  '±\u00a0‹1›\u00a0min',
  '‹1›\u00a0min',
  '‹1›\u00a0min over',
])

describe('texts in Dutch and English', () => {
  it.each(topics)(
    'the texts of %s exist in both, fill in the same values and are translated',
    (_name, topic) => {
      expect(faultsIn(topic, twins)).toEqual([])
    },
  )

  it.each(topics)('what the texts of %s fill in reorders nothing around it', (_name, topic) => {
    expect(notIsolated(topic)).toEqual([])
  })

  it('the texts of the screens, of the bot and of refusals are all looked at', () => {
    expect(topics.map(([name]) => name)).toEqual(
      expect.arrayContaining(['commonTexts', 'reviewTexts', 'waitingTexts', 'botTexts', 'problemTexts']),
    )
  })

  it('every text that may be the same in both languages occurs as such', () => {
    const same = topics.flatMap(([, topic]) => {
      const english = new Map(flatTexts(topic.en))
      return flatTexts(topic.nl).flatMap(([path, text]) => (english.get(path) === text ? [text] : []))
    })
    expect([...twins].filter((one) => !same.includes(one))).toEqual([])
  })
})
