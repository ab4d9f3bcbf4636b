import { describe, expect, test } from 'vitest'
import { takesPlace } from './collection.ts'

describe('a conversation that takes place', () => {
  test('is one of the two alone, or one that somebody else declined', () => {
    const all = [undefined, 'others-declined', 'others-invited', 'not-of-two', 'cancelled'] as const
    expect(all.filter((eligibility) => takesPlace(eligibility ? { eligibility } : {}))).toEqual([
      undefined,
      'others-declined',
    ])
  })
})
