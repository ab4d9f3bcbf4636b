import { observed } from '../support/count-commands.ts'
import { startTenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

type Json = Record<string, never>

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
    done?: () => Promise<unknown>,
  ) => {
    commands.length = 0
    await sandboxCall('DELETE', 'calls')
    await work()
    const atAnswer = commands.filter((name) => !name.startsWith('tokenCaches'))
    await done?.()
    const { calls } = (await sandboxCall('GET', 'calls')) as unknown as { calls: { service: string }[] }
    const graph = calls.filter((one) => one.service === 'graph').length
    const tokenWrites = commands.filter((name) => name.startsWith('tokenCaches')).length
    lines.push(
      `${what}: ${atAnswer.length} database commands, ${graph} Graph calls (${limits}); token cache ${tokenWrites}`,
    )
  }
  await as('sanne', 'POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
  const open = (user: string) => as(user, 'POST', '/api/conversations', reference)
  await measure('opening, the employee’s very first time', 'at most 18 and 2; binds the address once', () =>
    open('milan'),
  )
  await measure('opening a conversation', 'at most 4 and 1', () => open('milan'))
  const { conversation } = (await open('sanne')) as unknown as { conversation: { id: string } }
  const path = `/api/conversations/${conversation.id}`
  const commitment = {
    owner: 'employee',
    what: 'x',
    firstStep: '',
    due: null,
    criterion: '',
    ifThen: '',
  }
  await as('milan', 'PUT', `${path}/commitments/${crypto.randomUUID()}`, commitment)
  const scope = 'summary-and-commitments'
  const { fingerprint } = await as('sanne', 'GET', `${path}/summary?scope=${scope}`)
  await measure(
    'finishing a conversation',
    'at most 33 and 4, by the worker',
    () => as('sanne', 'POST', `${path}/finish`, { scope, fingerprint }),
    () =>
      until(async () => {
        const { publication } = (await as('sanne', 'GET', path)) as unknown as {
          publication: { state: string } | null
        }
        return publication?.state === 'published' ? true : null
      }),
  )
  await tenant.close()
  return lines
}
