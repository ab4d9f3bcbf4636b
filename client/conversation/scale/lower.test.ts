import { expect, it } from 'vitest'
import { higherThan, lowerThan } from './lower.ts'

it('an answer is held against a 3, a low one against the next below, a 1 against nothing', () => {
  expect([10, 7, 4, 3, 2, 1].map(lowerThan)).toEqual([3, 3, 3, 2, 1, null])
})
it('one point more, as far as there is one', () => {
  expect([1, 9, 10].map(higherThan)).toEqual([2, 10, null])
})
