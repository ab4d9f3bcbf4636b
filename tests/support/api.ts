import type { Launched } from '../../infra/local/launch.ts'
import type { Problem } from '../../server/contract/problem.ts'

export type Answer<T> = { status: number; body: T & Partial<Omit<Problem, 'status'>>; type: string }
type Resource = 'api' | 'graph'
export type Api = ReturnType<typeof apiOf>

const upn = (name: string) => (name.includes('@') ? name : `${name}@sandbox.example`)
/** So long before its end a token is replaced, in seconds. */
const margin = 300

/** The product's API and the sandbox's controls, over HTTP. */
export function apiOf({ url, productPorts, sandbox: { now: clock } }: Launched) {
  const serverUrl = (at = 0) => `http://127.0.0.1:${productPorts[at]}`
  const isValid = (token: string) => {
    const [, claims = ''] = token.split('.')
    const { nbf, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      nbf: number
      exp: number
    }
    const at = clock().getTime() / 1000
    return nbf <= at && at < exp - margin
  }

  async function sandbox<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/sandbox/api/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return (await response.json()) as T
  }
  const freshToken = async (user: string, resource: Resource, overrides?: object) => {
    const asked = { user: upn(user), resource, overrides }
    return (await sandbox<{ access_token: string }>('POST', 'token', asked)).access_token
  }
  const tokens = new Map<string, string>()
  /** The same token until it ends, as a page keeps it; a new one with `overrides`, if only `{}`. */
  async function token(user: string, resource: Resource = 'api', overrides?: object): Promise<string> {
    const key = `${resource} ${user}`
    const kept = tokens.get(key)
    if (kept && !overrides && isValid(kept)) return kept
    const made = await freshToken(user, resource, overrides)
    if (!overrides) tokens.set(key, made)
    return made
  }

  async function request<T>(
    path: string,
    options: {
      method?: string
      token?: string
      body?: unknown
      language?: string
      raw?: string
      /** One of the servers, without the sandbox before it. */
      at?: number
    } = {},
  ): Promise<Answer<T>> {
    const payload = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
    const response = await fetch((options.at === undefined ? url : serverUrl(options.at)) + path, {
      method: options.method ?? 'GET',
      headers: {
        'accept-language': options.language ?? 'nl',
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(payload === undefined ? {} : { body: payload }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, body: (type.includes('json') ? JSON.parse(text) : text) as never }
  }

  /** Calls the API as a person of the tenant. */
  const as =
    (user: string) =>
    async <T>(method: string, path: string, body?: unknown, language?: string): Promise<Answer<T>> =>
      request<T>(path, { method, token: await token(user), body, ...(language ? { language } : {}) })

  /** The same, of one of the servers, where nothing is to be refused. @throws Error when it is */
  async function call<T>(user: string, method: string, path: string, body?: unknown, at = 0): Promise<T> {
    const answer = await request<T>(path, { method, token: await token(user), body, at })
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  return {
    sandbox,
    token,
    request,
    as,
    call,
    serverUrl,
    now: async () => clock().toISOString(),
    moveTo: (instant: string) => sandbox('POST', 'clock', { now: instant }),
  }
}
