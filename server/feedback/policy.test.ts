import { describe, expect, it } from 'vitest'
import type { FeedbackDocument } from './collection.ts'
import { mayWriteReflection, showEachOther } from './policy.ts'

const rated = (wants: boolean | null) =>
  ({
    rating: wants === null ? null : { sealed: '', showEachOther: wants, at: new Date(0) },
  }) as FeedbackDocument

describe('access to the coach’s reflection and to ratings', () => {
  it('the coach may write a reflection and the employee may not', () => {
    expect([mayWriteReflection('coach'), mayWriteReflection('employee')]).toEqual([true, false])
  })
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
    [true, null, false],
    [null, true, false],
  ])(
    'a rating is shown to the other person only when both want that: I want %s, they want %s',
    (mine, theirs, shown) => {
      expect(showEachOther({ mine: rated(mine), theirs: rated(theirs) })).toBe(shown)
    },
  )
  it('ratings are not shown as long as one of the two has given no feedback', () => {
    expect(showEachOther({ mine: rated(true), theirs: null })).toBe(false)
    expect(showEachOther({ mine: null, theirs: rated(true) })).toBe(false)
  })
})
