import { commitment } from '../support/conversations.ts'
import { observed, published } from '../support/count-commands.ts'
import { startTenant } from '../support/tenant.ts'

type Json = Record<string, never>

const besidesTokens = (commands: string[]) => commands.filter((name) => !name.startsWith('tokenCaches'))

/** What opening and finishing a conversation cost in database commands and Graph calls. */
export async function countRoundTrips(): Promise<string[]> {
  const commands: string[] = []
  const tenant = await startTenant({
    over: (database) => observed(database, (name) => commands.push(name)),
    // Calendars are not followed meanwhile: what is counted is of what people do.
    settings: () => ({ PUBLIC_URL: undefined }),
  })
  const sandboxCall = tenant.sandbox
  const as = (user: string, method: string, path: string, body?: object) =>
    tenant.call<Json>(user, method, path, body, 0)
  const meetings = await tenant.meetings('sanne', 'Milan')
  const [meeting] = meetings
  const reference = { joinUrl: meeting?.joinUrl, start: meeting?.start }
  const lines: string[] = []
  const measure = async (
    what: string,
    limits: string,
    work: () => Promise<unknown>,
    done?: Promise<unknown>,
  ) => {
    commands.length = 0
    await sandboxCall('DELETE', 'calls')
    await work()
    const toAnswer = besidesTokens(commands).length
    await done
    const inAll = besidesTokens(commands).length
    const { calls } = (await sandboxCall('GET', 'calls')) as unknown as { calls: { service: string }[] }
    const graph = calls.filter((one) => one.service === 'graph').length
    const tokenWrites = commands.filter((name) => name.startsWith('tokenCaches')).length
    lines.push(
      `${what}: ${inAll} database commands, ${toAnswer} of them before the answer, ${graph} Graph calls (${limits}); token cache ${tokenWrites}`,
    )
  }
  await as('sanne', 'POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
  const open = (user: string) => as(user, 'POST', '/api/conversations', reference)
  await measure('opening, the employee’s very first time', 'at most 15 and 2; binds the address once', () =>
    open('milan'),
  )
  await measure('opening a conversation', 'at most 4 and 1', () => open('milan'))
  /** Opens a conversation of the two and makes a commitment in it. @returns how it is finished */
  async function held(one: (typeof meetings)[number] | undefined) {
    const opened = await as('sanne', 'POST', '/api/conversations', {
      joinUrl: one?.joinUrl,
      start: one?.start,
    })
    const { id } = (opened as unknown as { conversation: { id: string } }).conversation
    const path = `/api/conversations/${id}`
    await as('milan', 'PUT', `${path}/commitments/${crypto.randomUUID()}`, commitment({ due: null }))
    const scope = 'summary-and-commitments'
    const { fingerprint } = await as('sanne', 'GET', `${path}/summary?scope=${scope}`)
    return { id, finish: () => as('sanne', 'POST', `${path}/finish`, { scope, fingerprint }) }
  }
  // The first one is the first time that a worker comes into her mailbox.
  const first = await held(meetings[0])
  const isDone = published(tenant.app(), first.id)
  await first.finish()
  await isDone
  await tenant.moveTo(meetings[1]?.start ?? '')
  const second = await held(meetings[1])
  // Reminders are planned a second later; they are counted with the week (`graph-calls`).
  await new Promise((resolve) => setTimeout(resolve, 3000))
  await measure(
    'finishing a conversation',
    'at most 12 and 3, with the worker that publishes',
    second.finish,
    published(tenant.app(), second.id),
  )
  await tenant.close()
  return lines
}
