import { MongoBulkWriteError, MongoServerError } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { notDuplicate } from './errors.ts'

/** The error that the driver throws when some of many inserts failed, each for a reason of its own. */
const failed = (...codes: number[]): MongoBulkWriteError =>
  new MongoBulkWriteError(
    {
      message: 'x',
      code: codes[0] ?? 0,
      writeErrors: codes.map((code) => ({ code, errmsg: `e${code}` })),
    } as never,
    { getWriteConcernError: () => undefined } as never,
  )

describe('many inserts of which some fail', () => {
  test('documents that are there already are no failure', () => {
    expect(notDuplicate(failed(11000, 11000))).toBeNull()
  })

  test('any other failure is told by its own code, also behind documents that are there', () => {
    expect(notDuplicate(failed(11000, 112))).toMatchObject({ code: 112, message: 'e112' })
    const gone = new MongoServerError({ code: 50, message: 'late' })
    expect(notDuplicate(gone)).toBe(gone)
  })

  test('writes that are not as durable as was asked for have failed, whatever was there already', () => {
    const unsafe = failed(11000)
    Object.assign(unsafe.result, { getWriteConcernError: () => ({ code: 64 }) })
    expect(notDuplicate(unsafe)).toBe(unsafe)
    const withoutErrors = failed()
    expect(notDuplicate(withoutErrors)).toBe(withoutErrors)
  })
})
