import { expect } from 'vitest'
import type { OpenedConversation, Summary } from '../../server/contract/conversation.ts'
import { fewestCommands, observed, published } from '../support/count-commands.ts'
import type { GraphCall } from '../support/conversations.ts'
import { testIn } from '../support/test.ts'

const commands: string[] = []
const test = testIn({
  over: (database) => observed(database, (name) => commands.push(name)),
  // Calendars are not followed meanwhile: what is counted is of what people do.
  settings: () => ({ PUBLIC_URL: undefined }),
})

test('opening a conversation costs at most four database commands and one Graph call', async ({ tenant }) => {
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  await tenant.conversation('sanne', 'milan', meeting!)
  const reference = { joinUrl: meeting!.joinUrl, start: meeting!.start }
  const open = () => tenant.call<OpenedConversation>('milan', 'POST', '/api/conversations', reference)
  const counted = await fewestCommands(commands, 4, open)
  expect(counted.length, counted.join(' ')).toBeLessThanOrEqual(4)
  await tenant.sandbox('DELETE', 'calls')
  expect((await open()).kind).toBe('conversation')
  const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
  const graph = calls.filter(({ service, user }) => service === 'graph' && user?.startsWith('milan'))
  expect(graph.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual(['GET /me/calendarView'])
})

test('finishing that makes the next conversation costs at most twelve database commands, publishing too', async ({
  tenant,
}) => {
  // Each week a next one is made, and the templates that a server remembers for a minute are read anew.
  const [first, ...weeks] = (await tenant.meetings('sanne', 'Milan')).slice(0, 5)
  const counted: string[][] = []
  const finish = async (meeting: NonNullable<typeof first>) => {
    await tenant.moveTo(meeting.start)
    const { id } = await tenant.conversation('sanne', 'milan', meeting)
    await tenant.commit('milan', id, 'Een avond per week dicht')
    const path = `/api/conversations/${id}`
    const scope = 'summary-and-commitments'
    const { fingerprint } = await tenant.call<Summary>('sanne', 'GET', `${path}/summary?scope=${scope}`)
    const isDone = published(tenant.app(), id)
    commands.length = 0
    await tenant.call('sanne', 'POST', `${path}/finish`, { scope, fingerprint })
    await isDone
    counted.push(commands.filter((name) => !name.startsWith('tokenCaches')))
  }
  await finish(first!)
  for (const meeting of weeks) {
    await finish(meeting)
    if (counted.at(-1)!.length <= 12) break
  }
  const made = counted.slice(1).sort((a, b) => a.length - b.length)[0]!
  expect(made).toContain('template-settings.findOne')
  expect(made.filter((name) => name === 'conversations.bulkWrite')).toHaveLength(2)
  expect(made.length, made.join(' ')).toBeLessThanOrEqual(12)
})

test('finishing a conversation again and publishing it costs at most ten database commands', async ({
  tenant,
}) => {
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  const { id } = await tenant.conversation('sanne', 'milan', meeting!)
  await tenant.commit('milan', id, 'Een avond per week dicht')
  const path = `/api/conversations/${id}`
  const scope = 'summary-and-commitments'
  const { fingerprint } = await tenant.call<Summary>('sanne', 'GET', `${path}/summary?scope=${scope}`)
  // Again and again: each time it is queued and looked after anew.
  const counted = await fewestCommands(commands, 10, async () => {
    const isDone = published(tenant.app(), id)
    await tenant.call('sanne', 'POST', `${path}/finish`, { scope, fingerprint })
    await isDone
  })
  expect(counted.length, counted.join(' ')).toBeLessThanOrEqual(10)
})
