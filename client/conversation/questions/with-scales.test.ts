import { expect, test } from 'vitest'
import type { Question } from '../../../server/contract/question.ts'
import { withScales } from './with-scales.ts'

const question = (id: string, kind: Question['kind'] = 'open'): Question => ({
  id,
  kind,
  text: { nl: id, en: id },
  purpose: { nl: id, en: id },
  theme: 'problem',
  phases: ['goal'],
  depth: 'light',
})
const ids = (all: Question[]) => all.map((one) => one.id)
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => question(id))

test('a scale of the step is there in each talk, and five are enough', () => {
  expect(ids(withScales(five, [question('x'), question('s', 'scale')]))).toEqual(['a', 'b', 'c', 'd', 's'])
})

test('a scale that is proposed stands where it was proposed', () => {
  const scale = question('b', 'scale')
  expect(ids(withScales([five[0]!, scale, five[2]!], [scale]))).toEqual(['a', 'b', 'c'])
})
