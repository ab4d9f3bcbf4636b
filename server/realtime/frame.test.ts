import { expect, test } from 'vitest'
import { isFrame } from './frame.ts'

const id = '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b'
const frame = (name: string, ...rest: number[]) =>
  Buffer.from([name.length, ...Buffer.from(name, 'latin1'), ...rest])

test('a message begins with the id of a conversation and a type', () => {
  expect(isFrame(frame(id, 0, 1, 2))).toBe(true)
  expect(isFrame(frame(id, 10))).toBe(true)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a name that is no id', frame('__proto__', 2, 0)],
  ['as many other signs', frame('x'.repeat(36), 2, 0)],
  ['a session after the name', frame(`${id}\0a`, 2, 0)],
  ['a name cut short', frame(id).subarray(0, 30)],
  ['no type', frame(id)],
  ['a type that nobody knows', frame(id, 11)],
  ['random bytes', Buffer.from([255, 255, 255, 255, 255])],
])('%s is none', (_what, bytes) => {
  expect(isFrame(bytes)).toBe(false)
})
