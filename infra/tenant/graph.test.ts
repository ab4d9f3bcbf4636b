import { describe, expect, test } from 'vitest'
import { graphOf } from './graph.ts'

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | 'broken'

/** A Graph that answers in this order, and notes what it was asked and how long it was left alone. */
function answering(...replies: Reply[]) {
  const asked: string[] = []
  const pauses: number[] = []
  const graph = graphOf({
    base: 'https://graph.example/v1.0',
    token: 't',
    wait: async (pause) => void pauses.push(pause),
    fetch: async (input, init) => {
      asked.push(`${init?.method} ${String(input)}`)
      const reply = replies.shift() ?? { status: 200, body: {} }
      if (reply === 'broken') throw new TypeError('fetch failed')
      const { status = 200, body = {}, headers = {} } = reply
      return new Response(status === 204 ? null : JSON.stringify(body), { status, headers })
    },
  })
  return { graph, asked, pauses }
}
const refused = (status: number, code: string, message = code): Reply => ({
  status,
  body: { error: { code, message } },
})

describe('Graph as the tenant command calls it', () => {
  test('a collection is read to its last page', async () => {
    const next = 'https://graph.example/v1.0/things?$skiptoken=1'
    const { graph, asked } = answering(
      { body: { value: [1, 2], '@odata.nextLink': next } },
      { body: { value: [3] } },
    )
    expect(await graph.all('/things')).toEqual([1, 2, 3])
    expect(asked).toEqual(['GET https://graph.example/v1.0/things', `GET ${next}`])
  })

  test('throttling is waited out for as long as Graph asks; a broken connection and a failure for a while', async () => {
    const { graph, pauses } = answering(
      { status: 429, headers: { 'retry-after': '9' } },
      'broken',
      refused(503, 'serviceUnavailable'),
    )
    await graph.get('/me')
    expect(pauses).toEqual([9000, 2000, 4000])
  })

  test('a request that must not be done twice is sent once when its answer was lost, and again when throttled', async () => {
    const post = (replies: Reply[]) => {
      const { graph, asked } = answering(...replies)
      return [graph.send('POST', '/secret', { once: true }), asked] as const
    }
    const [lost, ofLost] = post(['broken'])
    await expect(lost).rejects.toThrow('Run the command again')
    const [failed, ofFailed] = post([refused(504, 'gatewayTimeout')])
    await expect(failed).rejects.toMatchObject({ status: 504 })
    const [throttled, ofThrottled] = post([refused(429, 'tooManyRequests')])
    await throttled
    expect([ofLost.length, ofFailed.length, ofThrottled.length]).toEqual([1, 1, 2])
  })

  test('what was made just now is asked for again within a bound, and a real refusal at once', async () => {
    const missing = refused(404, 'Request_ResourceNotFound')
    const late = answering(missing, missing)
    await late.graph.soon(() => late.graph.get('/new'))
    expect(late.asked).toHaveLength(3)
    const never = answering(...Array.from({ length: 20 }, () => missing))
    await expect(never.graph.soon(() => never.graph.get('/new'))).rejects.toMatchObject({ status: 404 })
    expect(never.pauses.reduce((sum, one) => sum + one)).toBe(120_000)
    const bad = answering(refused(400, 'Request_BadRequest', 'A value is required.'))
    await expect(bad.graph.soon(() => bad.graph.get('/new'))).rejects.toMatchObject({ status: 400 })
    expect(bad.asked).toHaveLength(1)
  })

  test('an answer that is no JSON is refused by its status', async () => {
    const { graph } = answering()
    const broken = graphOf({
      base: '',
      token: '',
      wait: async () => undefined,
      fetch: async () => new Response('<html>', { status: 403 }),
    })
    await expect(broken.get('/me')).rejects.toMatchObject({ status: 403, code: 'http-403' })
    expect(await graph.get('/me')).toEqual({})
  })
})
