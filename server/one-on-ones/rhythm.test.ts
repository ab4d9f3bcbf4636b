import { describe, expect, test } from 'vitest'
import { rhythmOf } from './rhythm.ts'

const at = (text: string) => new Date(`${text}T10:00:00Z`)
const weekly = [at('2026-05-26'), at('2026-05-12'), at('2026-05-19'), at('2026-06-02')]

describe('rhythm of a pair', () => {
  test.each([
    ['nobody has talked', [], null, { state: 'new', everyDays: null, last: null }],
    [
      'one conversation tells no rhythm',
      [at('2026-06-02')],
      at('2026-06-09'),
      { state: 'new', everyDays: null },
    ],
    ['the next one is planned in time', weekly, at('2026-06-09'), { state: 'kept', everyDays: 7 }],
    ['a few days later is still in rhythm', weekly, at('2026-06-12'), { state: 'kept' }],
    ['it is planned much later', weekly, at('2026-06-30'), { state: 'slipping', everyDays: 7 }],
    ['nothing is planned, and it is not late', weekly, null, { state: 'open', everyDays: 7 }],
  ])('the usual interval decides when nothing is agreed: %s', (_why, held, next, expected) => {
    expect(rhythmOf(held, next, at('2026-06-04'), null)).toMatchObject(expected)
  })

  test('a pair is slipping when the usual interval has passed and nothing is planned', () => {
    expect(rhythmOf(weekly, null, at('2026-06-20'), null)).toEqual({
      state: 'slipping',
      everyDays: 7,
      last: at('2026-06-02').toISOString(),
    })
  })

  test('the usual interval ignores meetings of long ago and one long gap', () => {
    const conversations = ['06-02', '05-19', '05-05', '04-21', '03-10', '02-24', '02-17', '02-10', '02-03']
    expect(
      rhythmOf(
        conversations.map((one) => at(`2026-${one}`)),
        null,
        at('2026-06-04'),
        null,
      ).everyDays,
    ).toBe(14)
  })

  test.each([
    [
      'the next one is in time by what they agreed',
      weekly,
      at('2026-06-16'),
      2,
      { state: 'kept', everyDays: 14 },
    ],
    ['what was usual does not count any more', weekly, at('2026-06-12'), 3, { state: 'kept', everyDays: 21 }],
    ['planned later than they agreed', weekly, at('2026-06-24'), 2, { state: 'slipping', everyDays: 14 }],
    ['nothing is planned, and it is not late', weekly, null, 4, { state: 'open', everyDays: 28 }],
    ['agreed before the first conversation', [], null, 2, { state: 'open', everyDays: 14, last: null }],
    [
      'agreed and planned before the first conversation',
      [],
      at('2026-06-12'),
      2,
      { state: 'kept', everyDays: 14 },
    ],
    ['one conversation is enough to keep to', [at('2026-06-02')], at('2026-06-16'), 2, { state: 'kept' }],
  ])('the agreed interval decides instead of the usual one: %s', (_why, held, next, weeks, expected) => {
    expect(rhythmOf(held, next, at('2026-06-04'), weeks)).toMatchObject(expected)
  })

  test('a pair that agreed on eight weeks is slipping one week after the agreed interval', () => {
    expect(rhythmOf(weekly, null, at('2026-08-03'), 8).state).toBe('open')
    expect(rhythmOf(weekly, null, at('2026-08-05'), 8).state).toBe('slipping')
  })
})
