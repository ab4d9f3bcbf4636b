import {
  Client,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
  type Context,
  type Middleware,
  type ShouldRetry,
} from '@microsoft/microsoft-graph-client'
import type { Cloud } from '../config.ts'
import { graphCalls, type GraphCall } from '../signals/channels.ts'
import { graphFailure } from './failure.ts'
import type { Limiter } from './limiter.ts'
import { operationOf } from './operation.ts'
import type { TokenSource } from './tokens.ts'

/** A handler of the library that knows the one after it. */
function handler(execute: (context: Context, next: () => Promise<void>) => Promise<void>): Middleware {
  let next: Middleware | undefined
  return {
    setNext: (one) => void (next = one),
    execute: (context) => execute(context, async () => next?.execute(context)),
  }
}

/**
 * Puts the token on requests to the cloud's own Graph and to nothing else (the library's own handler knows
 * only https hosts), and asks once for a fresh one when Graph says 401.
 */
function authentication(graph: string, token: TokenSource, limiter: Limiter) {
  /** The library wraps whatever a handler throws; the reason is kept here for who asked. */
  const failure: { ofToken: unknown } = { ofToken: null }
  async function attempt(context: Context, fresh: boolean, next: () => Promise<void>): Promise<void> {
    const headers = new Headers(context.options?.headers as HeadersInit | undefined)
    const brought = await token({ fresh }).catch((error: unknown) => {
      failure.ofToken = graphFailure(error)
      throw failure.ofToken
    })
    headers.set('Authorization', `Bearer ${brought}`)
    headers.append('Prefer', 'IdType="ImmutableId"')
    // In place and as a plain record: the handlers after this one read and write the same context.
    context.options = { ...context.options, headers: Object.fromEntries(headers) }
    await limiter(next)
  }
  const middleware = handler(async (context, next) => {
    const url = typeof context.request === 'string' ? context.request : context.request.url
    if (!url.startsWith(`${graph}/`)) throw new Error('Not the Graph of this cloud')
    await attempt(context, false, next)
    if (context.response?.status === 401) await attempt(context, true, next)
  })
  return { middleware, failure }
}

/** No call is waited for longer than this, milliseconds: a mailbox that hangs would hold up what comes after it. */
const patience = 20_000

/** Ends one attempt in time, however the library repeats it. */
const inTime = (milliseconds: number) =>
  handler(async (context, next) => {
    context.options = { ...context.options, signal: AbortSignal.timeout(milliseconds) }
    await next()
  })

/** Tells of each attempt, where somebody listens. */
const told = (graph: string) =>
  handler(async (context, next) => {
    if (!graphCalls.hasSubscribers) return next()
    const began = performance.now()
    const url = typeof context.request === 'string' ? context.request : context.request.url
    const operation = operationOf(context.options?.method ?? 'GET', url.slice(graph.length))
    const tell = (status: number) =>
      graphCalls.publish({ operation, status, ms: performance.now() - began } satisfies GraphCall)
    try {
      await next()
      tell(context.response?.status ?? 0)
    } catch (error) {
      tell(0)
      throw error
    }
  })

/** A person waits meanwhile: when Graph asks for a longer pause than this, in seconds, the call fails instead. */
const longestPause = 2
const isSoon: ShouldRetry = (_delay, _attempt, _request, _options, response) =>
  Number(response?.headers.get('retry-after') ?? 0) <= longestPause

type Texts = Record<string, string>

/** Calls to Graph. Each throws GraphFailure, or the error itself when it is neither Graph's nor the network's. */
export type GraphClient = {
  /** @param path or a link to more, as Graph gives it */
  get<T>(path: string, query?: Texts, headers?: Texts): Promise<T>
  post<T>(path: string, body: object): Promise<T>
  patch<T>(path: string, body: object, headers?: Texts): Promise<T>
  remove(path: string): Promise<void>
}

/**
 * A Graph client of one person.
 * @param retries how often the library waits, briefly, and asks again on 429, 503, 504
 * @param limiter of that person's mailbox
 * @param deadline of one attempt, in milliseconds
 */
export function graphClient(
  cloud: Cloud,
  token: TokenSource,
  retries: number,
  limiter: Limiter,
  deadline = patience,
): GraphClient {
  const { middleware, failure } = authentication(cloud.graph, token, limiter)
  const retry = new RetryHandler(new RetryHandlerOptions(1, retries, isSoon))
  const { origin, pathname } = new URL(cloud.graph)
  const version = pathname.slice(pathname.lastIndexOf('/') + 1)
  const client = Client.initWithMiddleware({
    middleware: [middleware, retry, inTime(deadline), told(cloud.graph), new HTTPMessageHandler()],
    baseUrl: `${origin}${pathname.slice(0, pathname.lastIndexOf('/') + 1)}`,
    defaultVersion: version,
  })
  /** The library takes whole addresses for paths unless they are https. */
  const at = (link: string) =>
    client.api(link.startsWith(`${cloud.graph}/`) ? link.slice(cloud.graph.length) : link)
  async function call<T>(work: () => Promise<unknown>): Promise<T> {
    try {
      return (await work()) as T
    } catch (error) {
      throw failure.ofToken ?? graphFailure(error)
    }
  }
  return {
    get: (path, query = {}, headers = {}) => call(() => at(path).query(query).headers(headers).get()),
    post: (path, body) => call(() => at(path).post(body)),
    patch: (path, body, headers = {}) => call(() => at(path).headers(headers).patch(body)),
    remove: (path) => call(() => at(path).delete()),
  }
}
