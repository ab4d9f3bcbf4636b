import { describe, expect, test } from 'vitest'
import { errorForLog } from './error-for-log.ts'

const secret = 'Milan wil minder vergaderen'

/** As the clients of HTTP and databases throw them: with all that they know hanging on it. */
function laden(message: string) {
  return Object.assign(new TypeError(message), {
    code: 'ERR_BAD_REQUEST',
    status: 403,
    config: { headers: { Authorization: `Bearer ${secret}` }, data: secret },
    request: { body: secret },
    response: { data: { error: secret } },
    keyValue: { key: secret },
    rawPacket: Buffer.from(secret),
  })
}

describe('errors in the log', () => {
  test('an error is logged with its type, code and stack, without its message or data', () => {
    const error = new Error(`no\n${secret}`, { cause: laden(secret) })
    const told = errorForLog(error)
    expect(told).toMatchObject({
      type: 'Error',
      cause: { type: 'TypeError', code: 'ERR_BAD_REQUEST', status: 403 },
    })
    expect(told.stack).toContain('error-for-log.test.ts')
    const text = JSON.stringify(told)
    for (const word of ['Milan', 'Bearer', 'config', 'keyValue', 'rawPacket'])
      expect(text).not.toContain(word)
  })

  test('a code that is a sentence is left out, and a thrown non-error is logged by its type only', () => {
    expect(errorForLog(Object.assign(new Error(), { code: secret }))).not.toHaveProperty('code')
    expect(errorForLog(Object.assign(new Error(), { code: secret, errcode: 5 }))).toMatchObject({ code: 5 })
    expect(errorForLog(secret)).toEqual({ type: 'string', stack: '' })
  })

  test('a circular chain of causes gives a log entry of limited size', () => {
    const error = new Error('a')
    error.cause = error
    expect(JSON.stringify(errorForLog(error)).length).toBeLessThan(10_000)
  })

  test('a line of a message that begins like a frame is none', () => {
    const of = (error: Error) => errorForLog(error).stack
    const words = 'x\n    at Zandhagedis (file:///huis.ts:1:1)'
    expect(of(new Error(words))).toMatch(/^ +at .*error-for-log/)
    expect(of(new Error(words))).not.toContain('Zandhagedis')
    expect(of(Object.assign(new Error(words), { message: 'another' }))).not.toContain('Zandhagedis')
  })
})
