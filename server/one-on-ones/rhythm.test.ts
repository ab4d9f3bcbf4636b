import { expect, test } from 'vitest'
import { rhythmOf } from './rhythm.ts'

const at = (text: string) => new Date(`${text}T10:00:00Z`)
const weekly = [at('2026-05-26'), at('2026-05-12'), at('2026-05-19'), at('2026-06-02')]

test.each([
  ['nobody has talked', [], null, { state: 'new', everyDays: null, last: null }],
  ['one talk tells no rhythm', [at('2026-06-02')], at('2026-06-09'), { state: 'new', everyDays: null }],
  ['the next one is planned in time', weekly, at('2026-06-09'), { state: 'kept', everyDays: 7 }],
  ['a few days later is still in rhythm', weekly, at('2026-06-12'), { state: 'kept' }],
  ['it is planned much later', weekly, at('2026-06-30'), { state: 'slipping', everyDays: 7 }],
  ['nothing is planned, and it is not late', weekly, null, { state: 'open', everyDays: 7 }],
])('%s', (_why, held, next, expected) => {
  expect(rhythmOf(held, next, at('2026-06-04'))).toMatchObject(expected)
})

test('nothing is planned, and it is late', () => {
  expect(rhythmOf(weekly, null, at('2026-06-20'))).toEqual({
    state: 'slipping',
    everyDays: 7,
    last: at('2026-06-02').toISOString(),
  })
})

test('what was usual long ago does not count, nor does one long holiday', () => {
  const talks = ['06-02', '05-19', '05-05', '04-21', '03-10', '02-24', '02-17', '02-10', '02-03']
  expect(
    rhythmOf(
      talks.map((one) => at(`2026-${one}`)),
      null,
      at('2026-06-04'),
    ).everyDays,
  ).toBe(14)
})
