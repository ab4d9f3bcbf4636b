import {
  Client,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client'
import type { Cloud } from '../config.ts'
import type { TokenSource } from './tokens.ts'

/**
 * Puts the token on requests to the cloud's own Graph and to nothing else (the library's own handler knows
 * only https hosts), and asks once for a fresh one when Graph says 401.
 */
class CloudAuthentication implements Middleware {
  private next: Middleware | undefined
  private readonly graph: string
  private readonly token: TokenSource
  constructor(graph: string, token: TokenSource) {
    this.graph = graph
    this.token = token
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
    headers.set('Authorization', `Bearer ${await this.token({ fresh })}`)
    headers.set('Prefer', 'IdType="ImmutableId"')
    // In place and as a plain record: the handlers after this one read and write the same context.
    context.options = { ...context.options, headers: Object.fromEntries(headers) }
    await this.next?.execute(context)
  }
}

/** A Graph client of one person. `retries`: how often the library waits and asks again on 429, 503, 504. */
export function graphClient(cloud: Cloud, token: TokenSource, retries: number): Client {
  const authentication = new CloudAuthentication(cloud.graph, token)
  const retry = new RetryHandler(new RetryHandlerOptions(1, retries))
  const http = new HTTPMessageHandler()
  authentication.setNext(retry)
  retry.setNext(http)
  const { origin, pathname } = new URL(cloud.graph)
  const version = pathname.slice(pathname.lastIndexOf('/') + 1)
  return Client.initWithMiddleware({
    middleware: authentication,
    baseUrl: `${origin}${pathname.slice(0, pathname.lastIndexOf('/') + 1)}`,
    defaultVersion: version,
  })
}
