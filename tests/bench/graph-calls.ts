import type { OpenedConversation, Summary } from '../../server/contract/conversation.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { mailboxSpec } from '../../server/mailbox/collection.ts'
import { observed } from '../support/count-commands.ts'
import { pairsOf } from '../support/crowd.ts'
import { commitment, type GraphCall } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

const perCoach = 8
const sizes = [1, 100, 10_000]
/** So many of them act while all are there. */
const most = 48
const week = 7 * 24 * 60 * 60_000
const halfDay = 12 * 60 * 60_000
/** Wednesday at noon, when each coach has had the conversations of that day. */
const firstWeek = Date.parse('2026-06-03T12:00:00Z')
/** Of so many meetings one is changed in the week. */
const changedOf = 5

type Acting = { coach: string; employee: string; index: number }
type Meeting = { subject: string; iCalUId: string; start: string }

/**
 * Graph calls and database commands of a pair in a week, beside few pairs and very many: both open, one finishes once the
 * meeting was, the section is written, what we wrote and what others change is told and read, subscriptions are renewed.
 */
export async function countGraphCalls(): Promise<string[]> {
  const lines: string[] = []
  const first = { graph: Number.NaN, commands: Number.NaN }
  for (const size of sizes) {
    const began = performance.now()
    const { graph, commands, acting, seconds } = await countFor(size)
    if (size === 1) Object.assign(first, { graph, commands })
    lines.push(
      `${size} pair(s)${acting < size ? `, of which ${acting} act` : ''}: per pair and week ${graph.toFixed(1)} Graph calls, ${(graph / first.graph).toFixed(2)} of those of one pair; ${commands.toFixed(0)} database commands, ${(commands / first.commands).toFixed(2)}${size === 1 ? '; what workers look for by the clock is all of one pair, and its meeting is changed' : ' (at most 7 and 95)'}; ${seconds.toFixed(0)} s of ${((performance.now() - began) / 1000).toFixed(0)} s`,
    )
  }
  return lines
}

async function countFor(size: number) {
  const { all, seed } = pairsOf(size, perCoach)
  let commands = 0
  const tenant = await startTenant({
    seed,
    logLevel: 'silent',
    over: (database) => observed(database, () => (commands += 1)),
  })
  const acting: Acting[] = all
    .slice(0, most)
    .map(({ coach, employee }, index) => ({ coach, employee, index }))
  await moveTo(tenant, firstWeek)
  // The first week is the first time that anybody comes; the second is what goes on.
  await liveThrough(tenant, acting, firstWeek)
  await moveTo(tenant, firstWeek + week)
  await quiet(tenant, acting.length)
  const began = performance.now()
  commands = 0
  const calls = await liveThrough(tenant, acting, firstWeek + week)
  const seconds = (performance.now() - began) / 1000
  const counted = commands
  await tenant.close()
  return { graph: calls / acting.length, commands: counted / acting.length, acting: acting.length, seconds }
}

const moveTo = (tenant: Tenant, now: number) =>
  tenant.sandbox('POST', 'clock', { now: new Date(now).toISOString() })

/** Conversations one after the other, as the week has them. @returns how many Graph calls it took */
async function liveThrough(tenant: Tenant, pairs: Acting[], from: number): Promise<number> {
  await tenant.sandbox('DELETE', 'calls')
  let own = 0
  for (const [coach, theirs] of Map.groupBy(pairs, (one) => one.coach)) {
    const { meetings } = await tenant.sandbox<{ meetings: Meeting[] }>(
      'GET',
      `meetings?user=${coach}@sandbox.example`,
    )
    for (const { employee, index } of theirs) {
      const [meeting, next] = meetings.filter(
        (one) => one.subject === `1-op-1 ${index}` && Date.parse(one.start) >= from - halfDay,
      )
      if (!meeting || !next) throw new Error('no conversation')
      const reference = { iCalUId: meeting.iCalUId, start: meeting.start }
      if (from === firstWeek)
        await tenant.call(coach, 'POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
      await tenant.call(employee, 'POST', '/api/conversations', reference)
      const opened = await tenant.call<OpenedConversation>(coach, 'POST', '/api/conversations', reference)
      if (opened.kind !== 'conversation') throw new Error('not opened')
      const path = `/api/conversations/${opened.conversation.id}`
      await tenant.call(
        employee,
        'PUT',
        `${path}/commitments/${crypto.randomUUID()}`,
        commitment({ due: null }),
      )
      const scope = 'summary-and-commitments'
      const { fingerprint } = await tenant.call<Summary>(coach, 'GET', `${path}/summary?scope=${scope}`)
      await tenant.call(coach, 'POST', `${path}/finish`, { scope, fingerprint })
      if (index % changedOf === 0) own += await changeMeeting(tenant, coach, next)
    }
  }
  await quiet(tenant, pairs.length)
  // The rest of the week passes: what ends by itself is renewed.
  await moveTo(tenant, from + 6 * 24 * 60 * 60_000)
  await quiet(tenant, pairs.length)
  const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
  return calls.length - own
}

/** By its organiser, in Outlook: an hour later. @returns how many calls of theirs that took */
async function changeMeeting(tenant: Tenant, coach: string, meeting: Meeting): Promise<number> {
  const base = `${tenant.url}/sandbox/graph/v1.0/me`
  const headers = {
    authorization: `Bearer ${await tenant.token(coach, 'graph')}`,
    'content-type': 'application/json',
  }
  const start = Date.parse(meeting.start)
  const wall = (at: number) => ({ dateTime: new Date(at).toISOString().slice(0, 19), timeZone: 'UTC' })
  const query = new URLSearchParams({
    startDateTime: meeting.start,
    endDateTime: new Date(start + 60_000).toISOString(),
  })
  const listed = await fetch(`${base}/calendarView?${query}`, { headers })
  const { value } = (await listed.json()) as { value: { id: string; iCalUId: string }[] }
  const id = value.find((one) => one.iCalUId === meeting.iCalUId)?.id ?? ''
  const body = JSON.stringify({ start: wall(start + 3_600_000), end: wall(start + 5_400_000) })
  const changed = await fetch(`${base}/events/${encodeURIComponent(id)}`, { method: 'PATCH', headers, body })
  if (!changed.ok) throw new Error(`not changed: ${changed.status}`)
  return 2
}

/** Until nothing is due any more, in calendars or publications. */
async function quiet({ database, app, sandbox }: Tenant, expected: number): Promise<void> {
  const mailboxes = await database().collection(mailboxSpec)
  const conversations = await database().collection(conversationSpec)
  await until(
    async () => {
      const { now } = await sandbox<{ now: string }>('GET', 'clock')
      const due = { $lte: new Date(Date.parse(now) + 60_000) }
      app().announce.emit('due')
      const waiting = await conversations.findOne({ 'publication.dueAt': due })
      const told = await mailboxes.findOne({ dueAt: due })
      if (!waiting && !told) return true
      // Whose turn it was not, or who has to wait a second, is not left until the next look at all that is due.
      if (waiting) app().announce.emit('due')
      await new Promise((resolve) => setTimeout(resolve, 200))
      return null
    },
    20_000 + expected * 2000,
  )
}
