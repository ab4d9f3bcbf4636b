import { describe, expect } from 'vitest'
import { personId } from '../../server/contract/person-key.ts'
import { mailboxSpec } from '../../server/mailbox/collection.ts'
import { changeCalendar } from '../support/calendar.ts'
import type { GraphCall } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  calendar = changeCalendar(tenant)
  await calendar.series('tom', 'aylin', 'Gevolgd')
  const [meeting] = await tenant.meetings('tom', 'Gevolgd')
  await tenant.conversation('tom', 'aylin', meeting!)
  await until(async () => ((await calendar.subscriptions('tom')).length === 1 ? true : null))
})

const graphCalls = async () => {
  const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
  return calls.filter((one) => one.service === 'graph')
}
const post = (path: string, body: string, type = 'application/json') =>
  // To the product itself: a proxy in between may cut off what is too much.
  fetch(`http://127.0.0.1:${tenant.launched.productPorts[0]!}${path}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
const changes = '/api/notifications/calendar'

describe('change notifications from Graph', () => {
  test('a validation request is answered with its own token as plain text', async () => {
    const token = 'Validation: Testing client <script>alert(1)</script> & é'
    const answer = await post(
      `${changes}?validationToken=${encodeURIComponent(token)}`,
      '',
      'text/plain; charset=utf-8',
    )
    expect([answer.status, await answer.text()]).toEqual([200, token])
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['no JSON', '{"value":', 400],
    ['no list', '{"value":7}', 400],
    ['no subscription', '{"value":[{"clientState":"x"}]}', 400],
    ['an empty one', '{"value":[]}', 202],
    ['nothing', 'null', 202],
    ['too much', JSON.stringify({ value: [{ subscriptionId: 'x', more: 'x'.repeat(2_000_000) }] }), 413],
    [
      'too many',
      JSON.stringify({ value: Array.from({ length: 1001 }, () => ({ subscriptionId: 'x' })) }),
      400,
    ],
  ])(
    'a notification that is %s is refused, or accepted where it asks for nothing',
    async (_name, body, status) => {
      expect((await post(changes, body)).status).toBe(status)
    },
  )

  test('a notification with a wrong client state starts no delta sync pass', async () => {
    const [subscription] = await calendar.subscriptions('tom')
    const { people } = await tenant.sandbox<{ people: { upn: string; oid: string }[] }>('GET', 'people')
    const { oid } = people.find(({ upn }) => upn.startsWith('tom@'))!
    const _id = personId({ tenantId: tenant.launched.sandbox.tenantId, oid })
    const mailboxes = await tenant.database().collection(mailboxSpec)
    // What the first meeting set going is over.
    await until(async () => {
      const { lease, lookedAt, dueAt } = (await mailboxes.findOne({ _id })) ?? {}
      return !lease && lookedAt && dueAt && dueAt > lookedAt ? true : null
    })
    await tenant.sandbox('DELETE', 'calls')
    for (const clientState of [undefined, null, '', 'x', 'x'.repeat(128)]) {
      const value = [{ subscriptionId: subscription!.id, clientState, changeType: 'updated' }]
      expect((await post(changes, JSON.stringify({ value }))).status).toBe(202)
      expect((await post(`${changes}/lifecycle`, JSON.stringify({ value }))).status).toBe(202)
    }
    // What is told rightly after them is worked off after them.
    await tenant.sandbox('POST', 'notifications/lifecycle', { event: 'missed', user: 'tom@sandbox.example' })
    await until(async () => ((await graphCalls()).some((one) => one.path.includes('/delta')) ? true : null))
    expect((await graphCalls()).filter((one) => one.path.includes('/delta'))).toHaveLength(1)
  })

  test('the other’s calendar is followed by itself once the organiser’s mailbox refuses us', async () => {
    const subscriptions = async (user: string) => (await calendar.subscriptions(user)).length
    expect(await subscriptions('aylin')).toBe(0)
    // Asked once more with a fresh token, it is refused as well.
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', path: '/delta', status: 401, times: 2 }],
    })
    await tenant.sandbox('POST', 'notifications/lifecycle', { event: 'missed', user: 'tom@sandbox.example' })
    await until(async () => ((await subscriptions('aylin')) === 1 ? true : null))
  })
})
