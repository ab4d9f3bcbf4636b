import { describe, expect, it } from 'vitest'
import type { NotesRight } from '../contract/live.ts'
import { clockTolerance, TokenRefused, type Person } from '../plugins/access-token.ts'
import { door, type Visitor } from './door.ts'

const visitor = (): Visitor => ({
  tenantId: 't',
  oid: 'o',
  name: 'Milan',
  role: 'employee',
  right: 'edit',
  expiresAt: new Date(0),
  askedAt: 0,
})

function setUp(right: NotesRight | null | Error, person: Person | Error = new Error('not asked')) {
  const told: string[] = []
  const clock = { seconds: 0 }
  const connection = {
    context: { guard: null as never, visitor: visitor() },
    readOnly: false,
    close: (event?: { reason: string }) => void told.push(`close ${event?.reason}`),
    sendStateless: (message: string) => void told.push(message),
    requestToken: () => void told.push('token?'),
  }
  const made = door({
    personOfToken: async () => {
      if (person instanceof Error) throw person
      return person
    },
    admit: async () => {
      if (right instanceof Error) throw right
      return right && { name: 'Milan', role: 'employee', right }
    },
    now: () => new Date(clock.seconds * 1000),
    onRefused: () => undefined,
  })
  return { told, connection, clock, ...made }
}
const milan = (more: Partial<Person> = {}): Person =>
  ({ tenantId: 't', oid: 'o', name: 'Milan', expiresAt: new Date(9_000_000), ...more }) as Person

it.each([
  ['read', 'right read', true],
  [null, 'close forbidden', true],
  [new Error('the database is away'), 'close later', true],
] as const)('who may do %s only is told so and can no longer type', async (right, message, readOnly) => {
  const { told, connection, recheck } = setUp(right)
  await recheck(connection, 'c')
  expect([told, connection.readOnly]).toEqual([[message], readOnly])
})

it('who may type as before notices nothing', async () => {
  const { told, connection, recheck } = setUp('edit')
  await recheck(connection, 'c')
  expect([told, connection.readOnly]).toEqual([[], false])
})

describe('a token that ends', () => {
  it('is asked for anew in its last minute, every twenty seconds, and not before', () => {
    const { told, connection, clock, expire } = setUp('edit')
    connection.context.visitor.expiresAt = new Date(1000_000)
    for (const [seconds, asked] of [
      [939, 0],
      [940, 1],
      [959, 1],
      [960, 2],
      [980, 3],
    ] as const) {
      clock.seconds = seconds
      expire(connection)
      expect([seconds, told.filter((one) => one === 'token?').length]).toEqual([seconds, asked])
    }
  })
  it('and is not renewed ends the visit, not before the tolerance that clocks get', () => {
    const { told, connection, clock, expire } = setUp('edit')
    connection.context.visitor.expiresAt = new Date(1000_000)
    connection.context.visitor.askedAt = 960_000
    clock.seconds = 1000 + clockTolerance
    expire(connection)
    expect(told).not.toContain('close token')
    clock.seconds += 21
    expire(connection)
    expect([told.at(-1), connection.readOnly]).toEqual(['close token', true])
  })
  it('is asked for once, also when the clock has jumped past its end', () => {
    const { told, connection, clock, expire } = setUp('edit')
    clock.seconds = 100_000
    expire(connection)
    expect(told).toEqual(['token?'])
  })
})

describe('a new token', () => {
  it('prolongs the visit, and what the person may do is asked again', async () => {
    const { told, connection, renew } = setUp('read', milan())
    connection.context.visitor.askedAt = 5
    await renew('x', connection, 'c')
    expect(connection.context.visitor).toMatchObject({ expiresAt: new Date(9_000_000), askedAt: 0 })
    expect([told, connection.readOnly]).toEqual([['right read'], true])
  })
  it.each([
    ['another person', { oid: 'p' }],
    ['another tenant', { tenantId: 'u' }],
  ])('of %s ends the visit', async (_what, more) => {
    const { told, connection, renew } = setUp('edit', milan(more))
    await renew('x', connection, 'c')
    expect([told, connection.readOnly]).toEqual([['close forbidden'], true])
  })
  it('that is none changes nothing: a good one may follow in time', async () => {
    const { told, connection, renew } = setUp('edit', new TokenRefused('expired'))
    await renew('x', connection, 'c')
    expect([told, connection.context.visitor.expiresAt]).toEqual([[], new Date(0)])
  })
})
