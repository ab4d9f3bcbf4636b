import { Type } from 'typebox'
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { endpoint } from '../../server/contract/endpoint.ts'
import { problemSlugs, problemType } from '../../server/contract/problem.ts'
import type { Language } from '../../server/contract/shape.ts'
import { CallFailed, failureOf, makeApi, slugOf, type Api, type Failure } from './api.ts'
import { commonTexts } from './texts.ts'

const path = '/api/x'
const response = Type.Object({ ok: Type.Optional(Type.Integer()) })
const read = endpoint(`GET ${path}`, { response })
const write = endpoint(`PUT ${path}`, { response, body: Type.Object({ a: Type.Integer() }) })
const remove = endpoint(`DELETE ${path}`, { response: Type.Null() })
const problem = (slug: string, status: number, more: object = {}) =>
  new Response(
    JSON.stringify({ type: `urn:groei:problem:${slug}`, title: 't', detail: 'd', status, ...more }),
    {
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    },
  )
const answers = (...all: (Response | Error)[]) => {
  const fetch = vi.fn((_path: string, _init: RequestInit) => {
    const next = all.shift() ?? new Error('no more answers')
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
  })
  vi.stubGlobal('fetch', fetch)
  return fetch
}
const token = () => vi.fn((options?: { fresh?: boolean }) => Promise.resolve(options?.fresh ? 'new' : 'old'))
const failureWith = async (call: Promise<unknown>): Promise<Failure> =>
  call.then(
    () => expect.fail('it should fail'),
    (error: unknown) => failureOf(error, 'nl'),
  )
const call = (
  getToken: Parameters<typeof makeApi>[1] = token(),
  onSpoken: (language: Language) => void = () => undefined,
  spoken: Language = 'nl',
) => makeApi({ asked: 'nl', spoken }, getToken, onSpoken)
afterEach(() => vi.unstubAllGlobals())

describe('API call', () => {
  it('a call carries the token, the language and the body', async () => {
    const fetch = answers(Response.json({ ok: 1 }))
    expect(await call()(write, { body: { a: 1 } })).toEqual({ ok: 1 })
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      method: 'PUT',
      body: '{"a":1}',
      headers: { authorization: 'Bearer old', 'accept-language': 'nl', 'content-type': 'application/json' },
    })
  })
  it('a call is made once more with a fresh token after a 401', async () => {
    const fetch = answers(problem('unauthenticated', 401), new Response(null, { status: 204 }))
    await call()(remove)
    expect(fetch.mock.calls.map(([, { headers }]) => new Headers(headers).get('authorization'))).toEqual([
      'Bearer old',
      'Bearer new',
    ])
  })
  it('a call is not made a third time after a second 401', async () => {
    const fetch = answers(problem('unauthenticated', 401), problem('unauthenticated', 401))
    const { slug } = await failureWith(call()(read))
    expect([slug, fetch.mock.calls.length]).toEqual(['unauthenticated', 2])
  })
  it('a failure passes on the claims that Microsoft asks for', async () => {
    answers(problem('consent-required', 403, { claims: '{"c":1}' }))
    const failure = await failureWith(call()(read))
    expect(failure).toEqual({
      slug: 'consent-required',
      title: 't',
      detail: 'd',
      claims: '{"c":1}',
      errors: [],
    })
  })
  it('a call that does not arrive fails as offline', async () => {
    answers(new TypeError('Failed to fetch'))
    expect((await failureWith(call()(read))).slug).toBe('offline')
  })
  it('a call that a proxy answers with its own page fails as offline', async () => {
    answers(new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect((await failureWith(call()(read))).title).toBe(commonTexts.nl.offline.title)
  })
  it('a failure is worded in the language of the organisation after an answer in that language', async () => {
    const spoken: string[] = []
    const api = call(token(), (language) => spoken.push(language))
    answers(Response.json({}, { headers: { 'content-language': 'en' } }), new TypeError('Failed to fetch'))
    await api(read)
    expect([(await failureWith(api(read))).title, ...spoken]).toEqual([commonTexts.en.offline.title, 'en'])
  })
  it('a failure of the first call is worded in the language of the last visit', async () => {
    answers(new TypeError('Failed to fetch'))
    const api = call(token(), () => undefined, 'en')
    expect((await failureWith(api(read))).title).toBe(commonTexts.en.offline.title)
  })
  it('a call without a token fails as unauthenticated when online and as offline otherwise', async () => {
    const none = () => Promise.reject(new Error('CancelledByUser'))
    vi.stubGlobal('navigator', { onLine: true })
    expect((await failureWith(call(none)(read))).slug).toBe('unauthenticated')
    vi.stubGlobal('navigator', { onLine: false })
    expect((await failureWith(call(none)(read))).slug).toBe('offline')
  })
})

describe('types of an API call', () => {
  const api = vi.fn() as unknown as Api
  it('the answer has the type that the endpoint says', () => {
    expectTypeOf(api(read)).resolves.toEqualTypeOf<{ ok?: number }>()
    expectTypeOf(api(remove)).resolves.toBeNull()
  })
  it('a call brings along what the endpoint takes, and nothing else', () => {
    api(write, { body: { a: 1 } })
    // @ts-expect-error The body is missing.
    api(write)
    // @ts-expect-error It is another body.
    api(write, { body: { a: 'one' } })
    // @ts-expect-error It takes no body.
    api(read, { body: { a: 1 } })
  })
})

describe('problem of a failed call', () => {
  it('every problem slug is found again in its problem type', () => {
    for (const slug of problemSlugs) expect(slugOf(problemType(slug))).toBe(slug)
  })
  it('an unknown problem type counts as internal', () => expect(slugOf('about:blank')).toBe('internal'))
  it('an error that is no failed call gets general words', () => {
    expect(failureOf(new Error('x'), 'nl').title).toBe(commonTexts.nl.unexpected.title)
    expect(new CallFailed(failureOf(null, 'nl')).failure.slug).toBe('internal')
  })
})
