import { Value } from 'typebox/value'
import { expect, it } from 'vitest'
import { PreparationInput } from '../../../server/contract/preparation.ts'
import { topicLimits, topicsOf } from './topic-lines.ts'

it('makes a topic of each line, without what marks a list', () => {
  expect(topicsOf('- Rust in de week\n\n  2. Nieuwe rol \n• Vakantie\n*nadruk* telt\n')).toEqual([
    'Rust in de week',
    'Nieuwe rol',
    'Vakantie',
    '*nadruk* telt',
  ])
  expect(topicsOf(' \n ')).toEqual([])
})

it('knows the limits of the server', () => {
  const input = (topics: string[]) => ({ topics, note: '', shared: false, revision: 0 })
  const most = Array.from({ length: topicLimits.count }, () => 'x'.repeat(topicLimits.length))
  expect(Value.Check(PreparationInput, input(most))).toBe(true)
  expect(Value.Check(PreparationInput, input([...most, 'x']))).toBe(false)
  expect(Value.Check(PreparationInput, input(['x'.repeat(topicLimits.length + 1)]))).toBe(false)
})
