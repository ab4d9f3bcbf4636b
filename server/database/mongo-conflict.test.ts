import { MongoServerError } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { despiteConflicts } from './mongo-conflict.ts'

const failing = (code: number) => new MongoServerError({ code, message: 'x' })
const noPause = () => -0.5

describe('doing a write again that met another', () => {
  test.each([112, 50, 24, 43, 175, 237])('after code %i it is done again until it succeeds', async (code) => {
    let attempts = 0
    const done = await despiteConflicts(async () => {
      attempts += 1
      if (attempts < 4) throw failing(code)
      return attempts
    }, noPause)
    expect(done).toBe(4)
  })

  test('a conflict that goes on is thrown after six attempts', async () => {
    let attempts = 0
    const work = async () => {
      attempts += 1
      throw failing(112)
    }
    await expect(despiteConflicts(work, noPause)).rejects.toMatchObject({ code: 112 })
    expect(attempts).toBe(6)
  })

  test('who waits for it waits for ten seconds, and then gets the conflict', async () => {
    let attempts = 0
    const work = async () => {
      attempts += 1
      throw failing(112)
    }
    await expect(despiteConflicts(work, noPause, () => attempts * 6000)).rejects.toMatchObject({ code: 112 })
    expect(attempts).toBe(2)
  })

  test.each([11000, 91])('code %i is no conflict and is thrown at once', async (code) => {
    let attempts = 0
    const work = async () => {
      attempts += 1
      throw failing(code)
    }
    await expect(despiteConflicts(work, noPause)).rejects.toMatchObject({ code })
    expect(attempts).toBe(1)
  })
})
