export type Json = Record<string, unknown>
type Meeting = { iCalUId: string; start: string; end: string; attendees: { upn: string }[] }

/** The calls with which people work the product, and the sandbox, at their one address. */
export function callsOf(url: string) {
  async function call(method: string, path: string, body?: unknown, token?: string): Promise<Json> {
    const response = await fetch(url + path, {
      method,
      headers: {
        'accept-language': 'nl',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Json
  }
  return {
    call,
    now: async () => String((await call('GET', '/sandbox/api/clock'))['now']),
    setClock: (now: string) => call('POST', '/sandbox/api/clock', { now }),
    tokenOf: async (user: string) =>
      String((await call('POST', '/sandbox/api/token', { user, resource: 'api' }))['access_token']),
    /** The meetings in this person's calendar that are with one other alone, the first one first. */
    async meetingsOf(user: string, other: string): Promise<Meeting[]> {
      const { meetings } = await call('GET', `/sandbox/api/meetings?user=${user}`)
      return (meetings as Meeting[]).filter(
        ({ attendees }) => attendees.length === 1 && attendees[0]?.upn === other,
      )
    },
  }
}
