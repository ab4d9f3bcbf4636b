import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox()
})
afterAll(() => tenant.close())
afterEach(() => tenant.post('reset', {}))

const view = '/me/calendarView?startDateTime=2026-06-01T00:00:00Z&endDateTime=2026-06-15T00:00:00Z&$top=1000'
const concurrency = async () =>
  (await tenant.call('/sandbox/api/calls')).body['concurrency'] as Record<string, number>

// Long enough for all of them to be there before the first is answered.
const slow = () => tenant.post('latency', { milliseconds: 500 })

async function atOnce(count: number, user: string, client?: string) {
  const bearer = await tenant.token(user, 'graph', client ? { client } : undefined)
  return Promise.all(Array.from({ length: count }, () => tenant.graph(user, view, { bearer })))
}

describe('concurrency limit in the Graph sandbox', () => {
  test('more than four concurrent requests in one mailbox are refused and can be retried', async () => {
    await slow()
    const answers = await atOnce(10, 'sanne')
    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(4).fill(200), ...Array(6).fill(429)])
    expect(refused[0]?.body.error?.code).toBe('ApplicationThrottled')
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await concurrency())['sanne@sandbox.example']).toBe(5)
    expect((await tenant.graph('sanne', view)).status).toBe(200)
  })

  test('the concurrency limit is counted per mailbox and per application', async () => {
    await slow()
    const groups = await Promise.all([
      atOnce(4, 'sanne'),
      atOnce(4, 'milan'),
      atOnce(4, 'sanne', crypto.randomUUID()),
    ])
    expect(new Set(groups.flat().map(({ status }) => status))).toEqual(new Set([200]))
    expect(await concurrency()).toEqual({ 'sanne@sandbox.example': 4, 'milan@sandbox.example': 4 })
    await tenant.call('/sandbox/api/calls', { method: 'DELETE' })
    expect(await concurrency()).toEqual({})
  })

  test('a request whose answer is lost no longer counts as concurrent', async () => {
    await tenant.post('faults', { faults: [{ service: 'graph', status: 0, after: 'apply', times: 5 }] })
    for (let times = 0; times < 5; times += 1) await expect(tenant.graph('sanne', view)).rejects.toThrow()
    expect((await tenant.graph('sanne', view)).status).toBe(200)
  })
})
