import { describe, expect, it } from 'vitest'
import { higherThan, lowerThan } from './lower.ts'

describe('comparison numbers of a scale answer', () => {
  it('an answer is compared with a 3, a low answer with the number below it, and a 1 with nothing', () => {
    expect([10, 7, 4, 3, 2, 1].map(lowerThan)).toEqual([3, 3, 3, 2, 1, null])
  })
  it('the next higher number is one point more, and a 10 has none', () => {
    expect([1, 9, 10].map(higherThan)).toEqual([2, 10, null])
  })
})
