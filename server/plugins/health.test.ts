import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import type { Database } from '../database/collection.ts'
import { health } from './health.ts'

async function served(ping: () => Promise<void>) {
  const logged: string[] = []
  const app = Fastify({ logger: { stream: { write: (line: string) => void logged.push(line) } } })
  let asked = 0
  const database = {
    ping: () => {
      asked += 1
      return ping()
    },
  }
  app.decorate('database', database as unknown as Database)
  await app.register(health)
  const get = async (url: string) => (await app.inject({ url })).statusCode
  return { get, asked: () => asked, leave: () => app.leave(), logged }
}

describe('health probes', () => {
  test('however many ask whether the server is ready, the database is asked once a second', async () => {
    const { get, asked } = await served(async () => undefined)
    const answers = await Promise.all(Array.from({ length: 200 }, () => get('/readyz')))
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(asked()).toBeLessThanOrEqual(2)
  })

  test('a database that does not answer makes the server not ready, and it still lives', async () => {
    const { get, logged } = await served(() => Promise.reject(new Error('away')))
    expect([await get('/readyz'), await get('/healthz')]).toEqual([503, 200])
    expect(logged.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['database unreachable'])
  })

  test('a server that is about to stop is not ready, and it still lives', async () => {
    const { get, leave } = await served(async () => undefined)
    expect(await get('/readyz')).toBe(200)
    leave()
    expect([await get('/readyz'), await get('/healthz')]).toEqual([503, 200])
  })
})
