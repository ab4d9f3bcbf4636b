import { describe, expect, test } from 'vitest'
import { otherOf } from './pair.ts'

describe('other person of a pair', () => {
  test('the other person of the coach is the employee, and the other way round', () => {
    const pair = { coach: { name: 'Sanne' }, employee: { name: 'Milan' } }
    expect(otherOf({ ...pair, myRole: 'coach' }).name).toBe('Milan')
    expect(otherOf({ ...pair, myRole: 'employee' }).name).toBe('Sanne')
  })
})
