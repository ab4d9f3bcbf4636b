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
import { graphFailure } from './failure.ts'
import type { Limiter } from './limiter.ts'
import type { TokenSource } from './tokens.ts'

/**
 * Puts the token on requests to the cloud's own Graph and to nothing else (the library's own handler knows
 * only https hosts), and asks once for a fresh one when Graph says 401.
 */
class CloudAuthentication implements Middleware {
  private next: Middleware | undefined
  /** The library wraps whatever a handler throws; the reason is kept here for who asked. */
  tokenFailure: unknown = null
  private readonly graph: string
  private readonly token: TokenSource
  private readonly limiter: Limiter
  constructor(graph: string, token: TokenSource, limiter: Limiter) {
    this.graph = graph
    this.token = token
    this.limiter = limiter
  }
  setNext(next: Middleware): void {
    this.next = next
  }
  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url
    if (!url.startsWith(`${this.graph}/`)) throw new Error('Not the Graph of this cloud')
    await this.attempt(context, false)
    if (context.response?.status === 401) await this.attempt(context, true)
  }
  private async attempt(context: Context, fresh: boolean): Promise<void> {
    const headers = new Headers(context.options?.headers as HeadersInit | undefined)
    const token = await this.token({ fresh }).catch((error: unknown) => {
      this.tokenFailure = graphFailure(error)
      throw this.tokenFailure
    })
    headers.set('Authorization', `Bearer ${token}`)
    headers.append('Prefer', 'IdType="ImmutableId"')
    // In place and as a plain record: the handlers after this one read and write the same context.
    context.options = { ...context.options, headers: Object.fromEntries(headers) }
    await this.limiter(async () => this.next?.execute(context))
  }
}

/** No call is waited for longer than this, milliseconds: a mailbox that hangs would hold up what comes after it. */
const patience = 20_000

/** Ends one attempt in time, however the library repeats it. */
class Deadline implements Middleware {
  private next: Middleware | undefined
  private readonly milliseconds: number
  constructor(milliseconds: number) {
    this.milliseconds = milliseconds
  }
  setNext(next: Middleware): void {
    this.next = next
  }
  async execute(context: Context): Promise<void> {
    context.options = { ...context.options, signal: AbortSignal.timeout(this.milliseconds) }
    await this.next?.execute(context)
  }
}

/** A person waits meanwhile: when Graph asks for a longer pause than this, in seconds, the call fails instead. */
const longestPause = 2
const isSoon: ShouldRetry = (_delay, _attempt, _request, _options, response) =>
  Number(response?.headers.get('retry-after') ?? 0) <= longestPause

export type GraphClient = {
  client: Client
  /** Does one or more calls. @throws GraphFailure, or the error itself when it is neither Graph's nor the network's */
  call<T>(work: () => Promise<T>): Promise<T>
  /** A link to more, as Graph gives it, as a path: the library takes whole addresses for paths unless they are https. */
  pathOf(link: string): string
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
  const authentication = new CloudAuthentication(cloud.graph, token, limiter)
  const retry = new RetryHandler(new RetryHandlerOptions(1, retries, isSoon))
  const inTime = new Deadline(deadline)
  authentication.setNext(retry)
  retry.setNext(inTime)
  inTime.setNext(new HTTPMessageHandler())
  const { origin, pathname } = new URL(cloud.graph)
  const version = pathname.slice(pathname.lastIndexOf('/') + 1)
  const client = Client.initWithMiddleware({
    middleware: authentication,
    baseUrl: `${origin}${pathname.slice(0, pathname.lastIndexOf('/') + 1)}`,
    defaultVersion: version,
  })
  return {
    client,
    call: async (work) => {
      try {
        return await work()
      } catch (error) {
        throw authentication.tokenFailure ?? graphFailure(error)
      }
    },
    pathOf: (link) => (link.startsWith(`${cloud.graph}/`) ? link.slice(cloud.graph.length) : link),
  }
}
