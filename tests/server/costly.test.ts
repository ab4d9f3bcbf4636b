import { describe, expect } from 'vitest'
import { testIn } from '../support/test.ts'

const test = testIn()

describe('routes that cost much', () => {
  test('a person takes out their data ten times an hour, and does everything else meanwhile', async ({
    tenant,
  }) => {
    const sanne = tenant.as('sanne')
    const statuses: number[] = []
    for (let at = 0; at < 11; at += 1) statuses.push((await sanne('GET', '/api/me/data')).status)
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429])
    expect((await sanne('GET', '/api/settings')).status).toBe(200)
    expect((await tenant.as('milan')('GET', '/api/me/data')).status).toBe(200)
  })

  test('a person looks sixty times a minute which template fits a conversation', async ({ tenant }) => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    const look = async (user: string) =>
      (await tenant.as(user)('GET', `/api/conversations/${conversation.id}/templates`)).status
    const statuses: number[] = []
    for (let at = 0; at < 61; at += 1) statuses.push(await look('sanne'))
    expect(statuses).toEqual([...Array<number>(60).fill(200), 429])
    expect(await look('milan')).toBe(200)
  })
})
