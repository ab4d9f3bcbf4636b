import { expect, test } from 'vitest'
import { stepTextOf } from './step-text.ts'

test('a step has the text that was written in it, whatever it is called', () => {
  expect(stepTextOf({ goal: 'Rust' }, 'goal')).toBe('Rust')
  expect(stepTextOf({ constructor: 'Bouwen' } as never, 'constructor')).toBe('Bouwen')
  for (const id of ['goal', 'constructor', 'toString', '__proto__']) expect(stepTextOf({}, id)).toBe('')
})
