import { once } from 'node:events'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { feedbackSpec } from '../../server/feedback/collection.ts'
import { commitmentSpec } from '../../server/commitment/collection.ts'
import { livePath } from '../../server/contract/live.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { pairSpec } from '../../server/pair/collection.ts'
import { scaleSpec } from '../../server/scale/collection.ts'
import { hiddenOperations, isDeclared, operationsOf, type Operation } from './fuzz/operations.ts'
import { requestsOf, type FuzzedRequest } from './fuzz/requests.ts'
import type { Role } from './who-may-what/roles.ts'
import { hiddenFrom, sealed, startWorld, type World } from './who-may-what/world.ts'

/** The same requests each time; another number is another hunt. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20260602)
const runs = Number(process.env['FUZZ_RUNS'] ?? 6)

/** A server lets a person ask so often a minute; each of these counts for itself. */
const servers = Math.ceil(runs / 2)

/** Who may do these takes away, or seals anew, what all the others are looked at for; the table by role has them. */
const farReaching = [
  'POST /api/tenant/data-key',
  'PUT /api/tenant/settings',
  'POST /api/pairs/{pairId}/end',
  'DELETE /api/pairs/{pairId}',
  'DELETE /api/me',
]

let world: World
let operations: Operation[]
beforeAll(async () => {
  world = await startWorld(servers)
  const { body } = await world.ask('nobody', { url: '/api/openapi.json' })
  const told = operationsOf(JSON.parse(body) as Parameters<typeof operationsOf>[0])
  operations = [...told, ...hiddenOperations].filter(
    ({ method, path }) => !farReaching.includes(`${method} ${path}`),
  )
}, 60_000)
afterAll(() => world.close())

/** What people write into templates may be published to all by who may do that. */
const published: string[] = [sealed.organisationDraft.text, sealed.teamDraft.text]
const ids = () => [
  world.finished.id,
  world.open.id,
  world.open.pair.id,
  ...world.commitments,
  world.ended.former.open.id,
  world.ended.former.open.pair.id,
  world.ended.former.review.id,
  world.ended.left.open.id,
  world.ended.left.open.pair.id,
  '00000000-0000-4000-8000-000000000000',
]

async function ask(operation: Operation, role: Role, request: FuzzedRequest, server: number) {
  const { path, query, headers, payload } = request
  const answer = await world.ask(
    role,
    {
      method: operation.method as 'GET',
      url: path,
      query,
      headers,
      ...(payload === undefined ? {} : { payload }),
    },
    server,
  )
  const { statusCode: status, body } = answer
  const type = String(answer.headers['content-type'] ?? '')
  expect(status, body).toBeLessThan(500)
  expect(status, 'the limit by person hides what is looked for').not.toBe(429)
  if (status >= 400) {
    expect(type).toContain('application/problem+json')
    expect(JSON.parse(body)).toMatchObject({
      status,
      type: expect.stringMatching(/^urn:groei:problem:[a-z-]+$/) as string,
    })
  }
  // Fastify itself answers what it cannot even route; that is declared nowhere.
  if (status !== 404) expect(isDeclared(operation, status), `${status} is declared`).toBe(true)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  const told = JSON.stringify(answer.headers) + body
  for (const text of hiddenFrom(role)) if (!published.includes(text)) expect(told).not.toContain(text)
}

async function hunt(roles: Role[], runsOfEach = runs): Promise<void> {
  for (const operation of operations) {
    const requests = fc.asyncProperty(
      requestsOf(operation, ids()),
      fc.constantFrom(...roles),
      fc.nat(servers - 1),
      async (request, role, server) => ask(operation, role, request, server),
    )
    await fc
      .assert(requests, { seed, numRuns: runsOfEach * roles.length, endOnFailure: true })
      .catch((error) => {
        throw new Error(`${operation.method} ${operation.path}\n${(error as Error).message}`, {
          cause: error,
        })
      })
  }
}

/** All that is stored of a pair, and of these conversations of it, but for what workers note down meanwhile. */
async function ofPair(pairId: string, conversations: { id: string }[]): Promise<unknown> {
  const { house } = world
  const of = async (
    work: Promise<{ find(filter: object): { toArray(): Promise<unknown[]> } }>,
    filter: object,
  ) => (await work).find(filter).toArray()
  const found = [
    await (await house.database().collection(conversationSpec)).find({ pairId }).toArray(),
    (await (await house.database().collection(pairSpec)).find({ _id: pairId }).toArray()).map(
      ({ retainFrom: _retainFrom, deletion, ...rest }) => ({ ...rest, askedBy: deletion?.askedBy }),
    ),
    await of(house.database().collection(scaleSpec), { pairId }),
    await of(house.database().collection(feedbackSpec), { pairId }),
    ...(await Promise.all(
      conversations.map((one) => of(house.database().collection(commitmentSpec), { conversationId: one.id })),
    )),
  ]
  // The planner of reminders takes this mark away whenever it comes by.
  return found.map((some) =>
    (some as { unplannedSince?: unknown }[]).map(({ unplannedSince: _mark, ...rest }) => rest),
  )
}
const ofThePair = () => ofPair(world.open.pair.id, [world.finished, world.open, world.toFinish])
const ofTheEnded = () =>
  Promise.all(Object.values(world.ended).map(({ open }) => ofPair(open.pair.id, [open])))

describe('fuzzed requests to every operation', () => {
  test('a stranger is refused with a problem document, learns nothing and changes nothing', async () => {
    const before = await ofThePair()
    await hunt(['other', 'admin', 'elsewhere', 'nobody'])
    expect(await ofThePair()).toEqual(before)
  }, 120_000)

  test('a person whose pair has ended changes nothing, in that pair or in another', async () => {
    const before = [await ofThePair(), await ofTheEnded()]
    // Fewer of each: they may ask only so often a minute.
    await hunt(['former', 'left'], runs / 2)
    expect([await ofThePair(), await ofTheEnded()]).toEqual(before)
  }, 120_000)

  test('every request of one of the two is done, or refused with a problem document', async () => {
    await hunt(['coach'])
    expect((await world.ask('employee', { url: '/api/one-on-ones' })).statusCode).toBe(200)
  }, 120_000)

  test('no request changes the prototype of objects', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})

const bytes = (text: string) => {
  const encoded = new TextEncoder().encode(text)
  return [(encoded.length & 127) | 128, encoded.length >> 7, ...encoded]
}

describe('fuzzed frames to the live notes', () => {
  test('the socket outlives random bytes and frames that look right, and tells a stranger nothing', async () => {
    const before = await ofThePair()
    const { other, coach } = world.tokens
    const name = bytes(world.toFinish.id)
    const part = fc.uint8Array({ maxLength: 60 }).map((one) => [...one])
    const message = fc.oneof(
      part,
      fc.tuple(fc.nat(11), part).map(([type, rest]) => [...name, type, ...rest]),
      fc.tuple(fc.nat(2), part).map(([step, rest]) => [...name, 0, step, rest.length, ...rest]),
      part.map((rest) => [...name, 2, 0, ...bytes(String.fromCharCode(...rest))]),
      fc.constant([...name, 2, 0, ...bytes(other ?? '')]),
      fc.constant([...bytes('__proto__'), 2, 0, ...bytes(coach ?? '')]),
    )
    const frames = fc.array(message, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(frames, async (all) => {
        const socket = new WebSocket(`${world.house.serverUrl().replace('http', 'ws')}${livePath}`)
        let told = ''
        socket.on('message', (data: Buffer) => (told += data.toString('latin1')))
        socket.on('error', () => undefined)
        await once(socket, 'open')
        const closed = once(socket, 'close')
        for (const one of all) socket.send(new Uint8Array(one))
        // Its answers to these come before the answer to this.
        socket.ping()
        await Promise.race([once(socket, 'pong'), closed])
        socket.terminate()
        await closed
        for (const text of hiddenFrom('other')) expect(told).not.toContain(text)
      }),
      { seed, numRuns: runs * 8, endOnFailure: true },
    )
    expect(await ofThePair()).toEqual(before)
    const { entered, provider } = await world.house.join(0, 'sanne', world.toFinish.id)
    expect([entered, String(provider.document.getText('step:goal'))]).toEqual(['synced', sealed.notes.text])
  }, 60_000)
})
