import { MongoNetworkError, MongoServerError, type MongoClient } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { openBriefly, openConnection, type Connected } from './mongo-connection.ts'

/** Clients that are told apart by their number, and say when they are closed. */
function clients() {
  const closed: number[] = []
  let made = 0
  const connect = async () => {
    const number = (made += 1)
    const client = { close: async () => void closed.push(number) } as unknown as MongoClient
    return { client, database: number } as unknown as Connected
  }
  return { connect, closed, made: () => made }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))
const fail = (error: Error) => async () => {
  throw error
}
const silence = new MongoNetworkError('no server')

describe('a connection that outlives its client', () => {
  test('a client that gave no answer for as long as it looks for a server is replaced at the first failure', async () => {
    const { connect, closed } = clients()
    let now = 0
    const connection = await openConnection(connect, () => now)
    const asked = connection.use(async () => {
      now = 5000
      throw silence
    })
    await expect(asked).rejects.toBe(silence)
    await turn()
    expect(closed).toEqual([1])
    expect(await connection.use(async (database) => database)).toBe(2)
  })

  test('a client that answers others is kept, however long one of them waited', async () => {
    const { connect, made } = clients()
    let now = 0
    const connection = await openConnection(connect, () => now)
    let give = (_error: Error) => {}
    const slow = connection.use(() => new Promise((_resolve, reject) => (give = reject)))
    now = 9000
    await connection.use(async () => 'an answer')
    now = 9100
    give(silence)
    await expect(slow).rejects.toBe(silence)
    await turn()
    expect(made()).toBe(1)
  })

  test("an error of the server's is an answer", async () => {
    const { connect, made } = clients()
    let now = 0
    const connection = await openConnection(connect, () => now)
    for (now = 0; now < 20_000; now += 3000)
      await connection.use(fail(new MongoServerError({ code: 91, message: 'x' }))).catch(() => undefined)
    await connection.use(fail(silence)).catch(() => undefined)
    await turn()
    expect(made()).toBe(1)
  })
})

describe('a connection for a while', () => {
  test('all that need it at a time share one, and a failure to open is not kept', async () => {
    const { connect, closed, made } = clients()
    let isAway = true
    const briefly = openBriefly(() => (isAway ? Promise.reject(silence) : connect()))
    await expect(briefly.use(async () => 'never')).rejects.toBe(silence)
    isAway = false
    const both = [briefly.use(async (database) => database), briefly.use(async (database) => database)]
    expect(await Promise.all(both)).toEqual([1, 1])
    await briefly.close()
    expect([made(), closed]).toEqual([1, [1]])
  })
})
