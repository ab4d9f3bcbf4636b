import { describe, expect, test } from 'vitest'
import type { RhythmItem } from '../contract/review.ts'
import { candidateView, fingerprintOf, packOf } from './pack.ts'

const item: RhythmItem = { kind: 'rhythm', id: 'rhythm', held: 6, longestGap: 14, everyWeeks: 2 }
const early = new Date('2026-06-01T10:00:00Z')
const later = new Date('2026-06-02T10:00:00Z')
const roles = { mine: 'coach', theirs: 'employee' } as const

describe('choosing a candidate for a review pack', () => {
  test.each([
    ['nobody', {}, {}, { mine: false, theirs: false, proposedBy: null }],
    ['me', { rhythm: later }, {}, { mine: true, theirs: false, proposedBy: 'coach' }],
    ['the other', {}, { rhythm: later }, { mine: false, theirs: true, proposedBy: 'employee' }],
    [
      'me, then the other',
      { rhythm: early },
      { rhythm: later },
      { mine: true, theirs: true, proposedBy: 'coach' },
    ],
    [
      'the other, then me',
      { rhythm: later },
      { rhythm: early },
      { mine: true, theirs: true, proposedBy: 'employee' },
    ],
  ])('a candidate chosen by %s shows who chose it and who proposed it', (_who, coach, employee, expected) => {
    expect(candidateView({ choices: { coach, employee } }, item, roles)).toEqual({ item, ...expected })
  })
})

describe('fingerprint of a review pack', () => {
  test('the fingerprint follows the content of the pack, not what only one of the two chose', () => {
    const review = { from: '2026-01-01', to: '2026-06-30', texts: {} }
    const names = { coach: 'Sanne', employee: 'Milan' }
    const of = (coach: object, employee: object, one = item, texts = {}) =>
      fingerprintOf(
        packOf({ ...review, texts, choices: { coach: { ...coach }, employee: { ...employee } } }, names, [
          one,
        ]),
      )
    const both = of({ rhythm: early }, { rhythm: early })
    expect(of({ rhythm: early }, {})).toBe(of({}, {}))
    expect(both).not.toBe(of({}, {}))
    expect(of({ rhythm: early }, { rhythm: later })).toBe(both)
    expect(of({ rhythm: early }, { rhythm: early }, { ...item, held: 7 })).not.toBe(both)
    const texts = { coach: { text: 'Trots', revision: 1, at: early } }
    expect(of({ rhythm: early }, { rhythm: early }, item, texts)).not.toBe(both)
  })
})
