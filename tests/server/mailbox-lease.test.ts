import { afterEach, describe, expect } from 'vitest'
import { personId } from '../../server/contract/person-key.ts'
import type { OpenedConversation, Summary } from '../../server/contract/conversation.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { mailboxSpec } from '../../server/mailbox/collection.ts'
import { mailboxLeases, mailboxMutations } from '../../server/mailbox/mutations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { pairsOf } from '../support/crowd.ts'
import { commitment, type GraphCall } from '../support/conversations.ts'
import { until } from '../support/until.ts'

const { all, seed } = pairsOf(6, 6)
const coach = 'coach0'
const address = `${coach}@sandbox.example`
type Calls = { calls: GraphCall[]; concurrency: Record<string, number> }

const test = testIn({ servers: 2, seed })
let tenant: Tenant
/** Asks one of the two servers, in turn. */
const as = <T>(index: number, name: string, method: string, path: string, body?: object) =>
  tenant.call<T>(name, method, path, body, index % 2)
const calls = () => tenant.sandbox<Calls>('GET', 'calls')

const conversations: { id: string; index: number; reference: object }[] = []
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const { meetings } = await tenant.sandbox<{
    meetings: { subject: string; iCalUId: string; start: string }[]
  }>('GET', `meetings?user=${address}`)
  for (const [index, { employee }] of all.entries()) {
    const meeting = meetings.find((one) => one.subject === `1-op-1 ${index}`)
    const reference = { iCalUId: meeting?.iCalUId, start: meeting?.start }
    await as(index, coach, 'POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
    await as(index, employee, 'POST', '/api/conversations', reference)
    const opened = await as<OpenedConversation>(index, coach, 'POST', '/api/conversations', reference)
    if (opened.kind !== 'conversation') throw new Error('not opened')
    const { id } = opened.conversation
    await as(
      index,
      employee,
      'PUT',
      `/api/conversations/${id}/commitments/${crypto.randomUUID()}`,
      commitment(),
    )
    conversations.push({ id, index, reference })
  }
})
afterEach(() => tenant.sandbox('DELETE', 'faults'))

async function finish({ id, index }: { id: string; index: number }) {
  const scope = 'summary-and-commitments'
  const path = `/api/conversations/${id}`
  const { fingerprint } = await as<Summary>(index, coach, 'GET', `${path}/summary?scope=${scope}`)
  await as(index, coach, 'POST', `${path}/finish`, { scope, fingerprint })
}
/** As it is kept: asking over HTTP so often would be refused. */
const publication = async ({ id }: { id: string }) =>
  (await (await tenant.database().collection(conversationSpec)).findOne({ _id: id }))?.publication
const published = (some: typeof conversations) =>
  until(async () => {
    const found = await Promise.all(some.map(publication))
    return found.every((one) => one?.state === 'published') ? true : null
  })
const later = async (seconds: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + seconds * 1000).toISOString())

describe('lease of a mailbox', () => {
  test('workers of two servers are never in one mailbox at the same time', async () => {
    await tenant.sandbox('POST', 'latency', { milliseconds: 20 })
    await tenant.sandbox('DELETE', 'calls')
    await Promise.all(conversations.map(finish))
    await until(async () => {
      await later(2)
      const found = await Promise.all(conversations.map(publication))
      return found.every((one) => one?.state === 'published') ? true : null
    })
    const { concurrency, calls: made } = await calls()
    expect(made.filter((one) => one.method === 'PATCH' && one.path.includes('/me/events/'))).toHaveLength(6)
    expect(concurrency[address]).toBe(1)
  })

  test('a pause that Microsoft asks for on one server holds on the other, and ends when its time has come', async () => {
    await tenant.sandbox('POST', 'latency', { milliseconds: 0 })
    await tenant.sandbox('POST', 'faults', {
      faults: [
        { service: 'graph', method: 'GET', path: '/me/events/', status: 429, retryAfter: 50, times: 1 },
      ],
    })
    const [one, other] = [conversations[0]!, conversations[1]!]
    await finish(one)
    const mailboxes = await tenant.database().collection(mailboxSpec)
    const { tenantId } = tenant.launched.sandbox
    const { oid } = seed().people.find(({ upn }) => upn === address)!
    const pausedUntil = await until(async () => {
      const mailbox = await mailboxes.findOne({ _id: personId({ tenantId, oid }) })
      return mailbox && mailbox.pausedUntil.getTime() > 0 ? mailbox.pausedUntil : null
    })
    expect((await publication(one))?.reason).toBe('throttled')
    await tenant.sandbox('DELETE', 'calls')
    await finish(other)
    // It was taken up, on the other server, and given back untouched until the pause is over.
    await until(async () =>
      (await publication(other))?.dueAt?.getTime() === pausedUntil.getTime() ? true : null,
    )
    expect((await publication(other))?.state).toBe('waiting')
    expect((await calls()).calls.filter((call) => call.user === address)).toEqual([])
    await later(60)
    await published([one, other])
  })

  test('many panels that open at once have at most four calls under way in a mailbox, and none is refused', async () => {
    await tenant.sandbox('POST', 'latency', { milliseconds: 50 })
    await tenant.sandbox('DELETE', 'calls')
    // All on one server: each counts its own.
    await Promise.all(
      [...conversations, ...conversations].map(({ reference }) =>
        as(0, coach, 'POST', '/api/conversations', reference),
      ),
    )
    const { concurrency, calls: made } = await calls()
    expect(concurrency[address]).toBe(4)
    expect(made.filter((one) => one.status === 429)).toEqual([])
  })

  test('the lease of a dead worker runs out, and its late release takes away no other worker’s lease', async () => {
    const mailboxes = await tenant.database().collection(mailboxSpec)
    const leases = mailboxLeases(mailboxes, async () => true)
    const person = { tenantId: 't', oid: 'dead' }
    const at = (seconds: number) => new Date(Date.UTC(2026, 5, 2) + seconds * 1000)
    expect(await leases.take(person, 'dead', at(0))).toEqual({ ok: true })
    expect((await leases.take(person, 'alive', at(59))).ok).toBe(false)
    expect(await leases.take(person, 'alive', at(60))).toEqual({ ok: true })
    await leases.release(person, 'dead')
    expect((await leases.take(person, 'third', at(61))).ok).toBe(false)
    await leases.release(person, 'alive')
    expect(await leases.take(person, 'third', at(61))).toEqual({ ok: true })
  })

  test('of a person who was forgotten no lease is kept', async () => {
    const mailboxes = await tenant.database().collection(mailboxSpec)
    const person = { tenantId: 't', oid: 'forgotten' }
    const leases = mailboxLeases(mailboxes, async () => false)
    expect(await leases.take(person, 'late', new Date(Date.UTC(2026, 5, 2)))).toEqual({ ok: true })
    expect(await mailboxes.findOne({ _id: personId(person) })).toBeNull()
  })

  test('one of many workers that ask for the first lease of a mailbox at once gets it', async () => {
    const leases = mailboxLeases(await tenant.database().collection(mailboxSpec), async () => true)
    const person = { tenantId: 't', oid: 'wanted' }
    const now = new Date(Date.UTC(2026, 5, 2))
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, n) => leases.take(person, `worker ${n}`, now)),
    )
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('end of a pass over a mailbox', () => {
  const now = new Date(Date.UTC(2026, 5, 2))
  const tomorrow = new Date(Date.UTC(2026, 5, 3))
  test.for(['idle', 'suspended', 'suspended for a day'] as const)(
    'who makes it due while it is read is not forgotten: %s',
    async (outcome) => {
      const mailboxes = await tenant.database().collection(mailboxSpec)
      const { present, claimDue, notified, idle, suspend } = mailboxMutations(mailboxes)
      const person = { tenantId: 't', oid: `told ${outcome}` }
      // Only this one is due so early.
      const early = new Date(0)
      await present(person, early, 'doubtful')
      const claimed = await claimDue(outcome, early, 60_000)
      await notified(personId(person), now)
      if (outcome === 'idle') await idle(claimed!, now)
      else await suspend(claimed!, [], outcome === 'suspended' ? null : tomorrow, now)
      expect((await mailboxes.findOne({ _id: personId(person) }))?.dueAt).toEqual(now)
    },
  )
})
