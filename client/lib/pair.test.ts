import { expect, test } from 'vitest'
import { otherOf } from './pair.ts'

test('the other is who one is not', () => {
  const pair = { coach: { name: 'Sanne' }, employee: { name: 'Milan' } }
  expect(otherOf({ ...pair, myRole: 'coach' }).name).toBe('Milan')
  expect(otherOf({ ...pair, myRole: 'employee' }).name).toBe('Sanne')
})
