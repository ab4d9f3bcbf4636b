import Fastify from 'fastify'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import pLimit from 'p-limit'
import { afterEach, describe, expect, it } from 'vitest'
import type { Cloud } from '../config.ts'
import { problems } from '../plugins/problems.ts'
import { calendarOf } from './calendar.ts'
import { graphClient } from './client.ts'
import type { TokenSource } from './tokens.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A Graph that answers like this. */
async function graph(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  closing.push(() => (server.closeAllConnections(), server.close()))
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`
}

type Limiter = Parameters<typeof graphClient>[3]
/** Reads the calendar in a person's request. @returns the answer, and the lines that it logged */
async function readCalendar(
  url: string,
  token: TokenSource = async () => 'token',
  limiter: Limiter = pLimit(1),
) {
  const lines: string[] = []
  const stream = { write: (line: string) => void lines.push(line) }
  const app = Fastify({ logger: { level: 'error', stream } })
  await app.register(problems)
  app.get('/', () =>
    calendarOf(graphClient({ graph: url } as Cloud, token, 0, limiter)).view(new Date(0), new Date(1)),
  )
  const { statusCode, body } = await app.inject({ url: '/' })
  await app.close()
  return { status: statusCode, type: (JSON.parse(body) as { type?: string }).type, logged: lines.length > 0 }
}
const unavailable = {
  status: 503,
  type: 'urn:groei:problem:microsoft-unavailable',
  logged: false,
}
const ours = { status: 500, type: 'urn:groei:problem:internal', logged: true }

describe('Graph failures', () => {
  it.each<[string, RequestListener]>([
    ['breaks the connection', (request) => request.socket.destroy()],
    ['answers 500', (_request, response) => response.writeHead(500).end()],
    [
      'breaks off in the middle of its answer',
      (_request, response) => {
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
          .write('{"value"')
        setImmediate(() => response.destroy())
      },
    ],
  ])('a Graph that %s is reported as unavailable', async (_name, answer) => {
    expect(await readCalendar(await graph(answer))).toEqual(unavailable)
  })

  it('a Graph that cannot be reached is reported as unavailable', async () => {
    expect(await readCalendar('http://127.0.0.1:9/v1.0')).toEqual(unavailable)
  })

  it('a Graph that answers in time yields the calendar', async () => {
    const url = await graph((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}'),
    )
    expect((await readCalendar(url)).status).toBe(200)
  })

  const mistake = () => {
    throw new TypeError("Cannot read properties of undefined (reading 'x')")
  }
  it.each<[string, () => Promise<object>]>([
    [
      'while an answer is read',
      async () =>
        readCalendar(
          await graph((_request, response) =>
            response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
          ),
        ),
    ],
    ['while a token is got', () => readCalendar('http://127.0.0.1:9/v1.0', async () => mistake())],
    [
      'while a call is made',
      () => readCalendar('http://127.0.0.1:9/v1.0', undefined, (async () => mistake()) as never),
    ],
  ])('an exception in our own code %s is answered as an internal error and logged', async (_name, call) => {
    expect(await call()).toEqual(ours)
  })
})
