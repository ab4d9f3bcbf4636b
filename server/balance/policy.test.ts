import { describe, expect, it } from 'vitest'
import type { BalanceDocument } from './collection.ts'
import { mayWriteMinute, showEachOther } from './policy.ts'

const rated = (wants: boolean | null) =>
  ({
    rating: wants === null ? null : { sealed: '', showEachOther: wants, at: new Date(0) },
  }) as BalanceDocument

describe('who may', () => {
  it('write a minute: the coach', () => {
    expect([mayWriteMinute('coach'), mayWriteMinute('employee')]).toEqual([true, false])
  })
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
    [true, null, false],
    [null, true, false],
  ])('see the other’s rating: I want %s, they want %s', (mine, theirs, shown) => {
    expect(showEachOther({ mine: rated(mine), theirs: rated(theirs) })).toBe(shown)
  })
  it('see nothing of who said nothing', () => {
    expect(showEachOther({ mine: rated(true), theirs: null })).toBe(false)
    expect(showEachOther({ mine: null, theirs: rated(true) })).toBe(false)
  })
})
