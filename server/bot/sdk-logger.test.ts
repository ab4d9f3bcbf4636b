import type { FastifyBaseLogger } from 'fastify'
import { describe, expect, test } from 'vitest'
import { sdkLogger } from './sdk-logger.ts'

const lineOf = (...parts: [string | Error, ...unknown[]]) => {
  const lines: object[] = []
  const log = { warn: (line: object) => lines.push(line), info: () => 0 } as unknown as FastifyBaseLogger
  sdkLogger(log).error(...parts)
  return lines[0] as { sdk: string; err?: Error }
}

describe('lines of the SDK in our log', () => {
  test.each([
    ['POST /v3/conversations/a:100fca/activities failed', 'POST'],
    ['inbound activity rejected (type=x, id=100fca)', 'inbound activity rejected'],
    ['Teams returned a streaming error: Sanne is away', 'Teams returned a streaming error'],
    ['{"text":"geheim"}', ''],
    ['100fca-2', ''],
  ])('%s is cut down to the words with which it begins', (said, kept) => {
    expect(lineOf(said).sdk).toBe(kept)
  })

  test('an error is handed to the log as one, whose message is not written', () => {
    const error = new Error('GET /v3/conversations/a:100fca')
    expect(lineOf('Error processing activity:', error)).toEqual({
      sdk: 'Error processing activity',
      err: error,
    })
    expect(lineOf(error)).toEqual({ sdk: 'a failure', err: error })
  })
})
