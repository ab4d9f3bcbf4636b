import {
  MongoClient,
  MongoClientClosedError,
  MongoNetworkError,
  MongoServerError,
  MongoWriteConcernError,
} from 'mongodb'
import { describe, expect, test } from 'vitest'
import { isUnavailable } from './mongo-failure.ts'

describe('a database that cannot answer now', () => {
  test.each([6, 7, 43, 50, 64, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436])(
    'is what error %i says',
    (code) => {
      expect(isUnavailable(new MongoServerError({ code, message: 'x' }))).toBe(true)
    },
  )

  test.each([2, 9, 13, 18, 26, 59, 121, 11000])(
    'is not what error %i says, which is of the command',
    (code) => {
      expect(isUnavailable(new MongoServerError({ code, message: 'x' }))).toBe(false)
    },
  )

  test('is what the driver says of a connection that broke, of a client that closed, and of too few copies', () => {
    expect(isUnavailable(new MongoNetworkError('closed'))).toBe(true)
    expect(isUnavailable(new MongoClientClosedError())).toBe(true)
    const writeConcernError = { code: 64, errmsg: 'waiting for replication timed out' }
    expect(isUnavailable(new MongoWriteConcernError({ ok: 1, writeConcernError }))).toBe(true)
    expect(isUnavailable(new TypeError('x'))).toBe(false)
  })

  test('is what the driver says when no connection gets free in time, or its pool was closed', () => {
    for (const name of ['MongoWaitQueueTimeoutError', 'MongoPoolClosedError'])
      expect(isUnavailable(Object.assign(new Error('x'), { name }))).toBe(true)
  })

  test('is what a command says on a client that is closed', async () => {
    const client = new MongoClient('mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=50')
    await client.close()
    const failure = await client
      .db('x')
      .collection('y')
      .findOne({})
      .catch((error: unknown) => error)
    expect(isUnavailable(failure)).toBe(true)
    await client.close()
  })
})
