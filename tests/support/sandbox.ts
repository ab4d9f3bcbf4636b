import { start, type Sandbox } from '../../infra/sandbox/start.ts'
import { signingKey } from './signing-key.ts'

type Answer = {
  status: number
  headers: Headers
  body: Record<string, unknown> & { value?: Record<string, unknown>[]; error?: { code: string } }
}

/** A tenant by itself, without the product, and hands to call it. */
export async function startSandbox(options: Partial<Parameters<typeof start>[0]> = {}) {
  const sandbox: Sandbox = await start({ port: 0, signingKey: signingKey(), ...options })
  const entra = `${sandbox.url}/sandbox/entra`
  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(path.startsWith('http') ? path : sandbox.url + path, init)
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} }
  }
  const post = (path: string, body: unknown) =>
    call(`/sandbox/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const token = async (user: string, resource: 'api' | 'graph', overrides?: object) => {
    const upn = user.includes('@') ? user : `${user}@sandbox.example`
    return String((await post('token', { user: upn, resource, overrides })).body['access_token'])
  }
  const exchange = (form: Record<string, string>, tenantId = sandbox.tenantId) =>
    call(`${entra}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) })
  /** On behalf of a person, right in every part but those given. */
  const onBehalfOf = async (
    user: string,
    form: Record<string, string> = {},
    overrides?: object,
    tenantId?: string,
  ) =>
    exchange(
      {
        client_id: sandbox.app.clientId,
        client_secret: sandbox.app.clientSecret,
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        assertion: await token(user, 'api', overrides),
        scope: 'https://graph.microsoft.com/Calendars.ReadWrite openid offline_access',
        ...form,
      },
      tenantId,
    )
  /** Graph as a person; the token given, or a good one. */
  const graph = async (user: string, path: string, init: RequestInit & { bearer?: string } = {}) =>
    call(`/sandbox/graph/v1.0${path}`, {
      ...init,
      headers: {
        ...(init.body ? { 'content-type': 'application/json' } : {}),
        ...(init.headers as Record<string, string>),
        authorization: `Bearer ${init.bearer ?? (await token(user, 'graph'))}`,
      },
    })
  const calendar = async (
    user: string,
    query: Record<string, string> = {},
    headers?: Record<string, string>,
  ) =>
    graph(
      user,
      `/me/calendarView?${new URLSearchParams({ startDateTime: '2026-06-01T00:00:00Z', endDateTime: '2026-06-15T00:00:00Z', $top: '100', ...query })}`,
      headers ? { headers } : {},
    )
  const event = async (
    user: string,
    subject: string,
  ): Promise<Record<string, unknown> & { id: string; changeKey: string; body: { content: string } }> => {
    const { body } = await calendar(user)
    const found = body.value?.find((one) => one['subject'] === subject)
    if (!found) throw new Error(`no event ${subject}`)
    return found as never
  }
  const patch = (user: string, id: string, body: unknown, headers: Record<string, string> = {}) =>
    graph(user, `/me/events/${encodeURIComponent(id)}`, {
      method: 'PATCH',
      body: JSON.stringify(body),
      headers,
    })
  return { ...sandbox, call, post, token, exchange, onBehalfOf, graph, calendar, event, patch }
}
export type TestSandbox = Awaited<ReturnType<typeof startSandbox>>
