import { describe, expect, test } from 'vitest'
import { faultsIn, turned } from '../../tests/support/texts.ts'
import { steeringReasons } from './steering.ts'
import { closed, mistakes } from './template-errors.ts'

describe('content in Dutch and English', () => {
  /** None of these is the same in Dutch and English. */
  const twins = new Set<string>()

  test.each<[string, { nl: object; en: object }]>([
    ['what is wrong with a template', turned(mistakes)],
    ['what a team may not change', turned(closed)],
    ['why a steering conversation is offered', turned(steeringReasons)],
  ])('the topic "%s" has a complete text in both languages', (_name, topic) => {
    expect(faultsIn(topic, twins)).toEqual([])
  })

  test('a text that is missing, blank, filled in differently or not translated is reported', () => {
    const nl = { same: 'Ja', gone: 'x', blank: ' ', filled: (name: string) => `Van ${name}`, twin: 'Focus' }
    const en = { same: 'Ja', blank: 'b', filled: () => 'Of nobody', twin: 'Focus' }
    expect(faultsIn({ nl, en }, new Set(['Focus']))).toEqual([
      'same is the same in both: Ja',
      'gone is missing in en',
      'blank is empty',
      'filled fills in other things',
    ])
  })
})
