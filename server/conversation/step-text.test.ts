import { describe, expect, test } from 'vitest'
import { stepTextOf } from './step-text.ts'

describe('text of a step', () => {
  test('a step has only the text that was written in it, even when its id is a built-in property name', () => {
    expect(stepTextOf({ goal: 'Rust' }, 'goal')).toBe('Rust')
    expect(stepTextOf({ constructor: 'Bouwen' } as never, 'constructor')).toBe('Bouwen')
    for (const id of ['goal', 'constructor', 'toString', '__proto__']) expect(stepTextOf({}, id)).toBe('')
  })
})
