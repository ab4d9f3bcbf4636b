import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readMessage } from './read-message.ts'

const id = '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b'
const bytesOf = (text: string) => [...new TextEncoder().encode(text)]
const frame = (name: string, ...rest: number[]) => Buffer.from([name.length, ...bytesOf(name), ...rest])
const textBytes = (of: string) => {
  const bytes = bytesOf(of)
  return [(bytes.length & 127) | 128, bytes.length >> 7, ...bytes]
}
const presence = (json: string) => {
  const state = textBytes(json)
  const bytes = [1, 5, 1, ...state]
  return frame(id, 1, (bytes.length & 127) | 128, bytes.length >> 7, ...bytes)
}
const typed = new Y.Doc()
typed.getText('step:goal').insert(0, 'iets')
const update = [...Y.encodeStateAsUpdate(typed)]
const vector = [...Y.encodeStateVector(typed)]

const taken = (bytes: Buffer) => {
  const message = readMessage(bytes)
  return message?.isReadable() ? message.conversationId : null
}

describe('validation of live notes messages', () => {
  test.each([
    ['what there is, is asked', frame(id, 0, 0, vector.length, ...vector)],
    ['what the other lacks', frame(id, 0, 1, update.length, ...update)],
    ['a keystroke', frame(id, 0, 2, update.length, ...update)],
    ['presence', presence('{"user":{"name":"Milan"}}')],
    ['presence that goes', presence('null')],
    ['a token', frame(id, 2, 0, ...textBytes('x.y.z'))],
    ['a token, and a version', frame(id, 2, 0, ...textBytes('x.y.z'), ...textBytes('4.7.0'))],
    ['who else is there, is asked', frame(id, 3)],
    ['a question', frame(id, 5, ...textBytes('stored 7'))],
    ['goodbye', frame(id, 7)],
  ])('a message that a page sends is accepted: %s', (_what, bytes) => {
    expect(taken(bytes)).toBe(id)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['random bytes', Buffer.from([255, 255, 255, 255, 255])],
    ['a name that is no id', frame('__proto__', 3)],
    ['as many other signs', frame('x'.repeat(36), 3)],
    ['a session after the name', frame(`${id}\0a`, 3)],
    ['a name cut short', frame(id).subarray(0, 30)],
    ['no type', frame(id)],
    ['a type that nobody knows', frame(id, 11)],
    ['what servers tell each other', frame(id, 6, ...textBytes('x'))],
    ['a reply to another server', frame(id, 4, 0, vector.length, ...vector)],
    ['what only a server says', frame(id, 8, 1)],
    ['a step that nobody knows', frame(id, 0, 3, update.length, ...update)],
    ['a keystroke cut short', frame(id, 0, 2, update.length, ...update).subarray(0, 45)],
    ['a state vector that is none', frame(id, 0, 0, 2, 9, 9)],
    ['an update that is none', frame(id, 0, 1, 3, 9, 9, 9)],
    ['presence cut short', presence('{"user":1}').subarray(0, 45)],
    ['presence that is no JSON', presence('{"user":')],
    ['presence of many kilobytes', presence(`"${'x'.repeat(5000)}"`)],
    ['a token cut short', frame(id, 2, 0, 9, 65)],
    ['a token that is no text', frame(id, 2, 0, 2, 0xc3, 0x28)],
    ['another answer than a token', frame(id, 2, 2, ...textBytes('read-write'))],
    ['a question longer than a word and a number', frame(id, 5, ...textBytes('x'.repeat(65)))],
    ['a question that is no text', frame(id, 5, 1, 0xff)],
    ['a number without end', frame(id, 255, 255, 255, 255, 255, 255, 255, 255, 255)],
  ])('a message that no page sends is rejected: %s', (_what, bytes) => {
    expect(taken(bytes)).toBeNull()
  })
})
