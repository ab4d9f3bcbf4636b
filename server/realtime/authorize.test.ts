import type { onTokenSyncPayload } from '@hocuspocus/server'
import { describe, expect, it } from 'vitest'
import type { NotesRight } from '../contract/live.ts'
import { clockTolerance, TokenRefused, type Person } from '../http/access-token.ts'
import { authorize, type ConnectedPerson } from './authorize.ts'

const connected = (): ConnectedPerson => ({
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
    context: { socket: null as never, person: connected() },
    readOnly: false,
    close: (event?: { reason: string }) => void told.push(`close ${event?.reason}`),
    sendStateless: (message: string) => void told.push(message),
    requestToken: () => void told.push('token?'),
  }
  const { extension, ...made } = authorize({
    personOfToken: async () => {
      if (person instanceof Error) throw person
      return person
    },
    authorizationOf: async () => {
      if (right instanceof Error) throw right
      return right && { name: 'Milan', role: 'employee', right }
    },
    now: () => new Date(clock.seconds * 1000),
    onRefused: () => undefined,
  })
  const renew = (token: string) =>
    extension.onTokenSync({ token, connection, documentName: 'c' } as unknown as onTokenSyncPayload)
  return { told, connection, clock, renew, ...made }
}
const milan = (more: Partial<Person> = {}): Person =>
  ({ tenantId: 't', oid: 'o', name: 'Milan', expiresAt: new Date(9_000_000), ...more }) as Person

describe('rights of a live notes connection', () => {
  it.each([
    ['read', 'right read', true],
    [null, 'close forbidden', true],
    [new Error('the database is away'), 'close later', true],
  ] as const)(
    'a person whose right has become %s is told so and can no longer type',
    async (right, message, readOnly) => {
      const { told, connection, recheck } = setUp(right)
      await recheck(connection, 'c')
      expect([told, connection.readOnly]).toEqual([[message], readOnly])
    },
  )

  it('a person whose right to edit is unchanged is told nothing and can still type', async () => {
    const { told, connection, recheck } = setUp('edit')
    await recheck(connection, 'c')
    expect([told, connection.readOnly]).toEqual([[], false])
  })
})

describe('token expiry of a live notes connection', () => {
  it('a new token is requested in the last minute, every twenty seconds, and not before', () => {
    const { told, connection, clock, expire } = setUp('edit')
    connection.context.person.expiresAt = new Date(1000_000)
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
  it('a token that is not renewed ends the connection, but only after the clock tolerance', () => {
    const { told, connection, clock, expire } = setUp('edit')
    connection.context.person.expiresAt = new Date(1000_000)
    connection.context.person.askedAt = 960_000
    clock.seconds = 1000 + clockTolerance
    expire(connection)
    expect(told).not.toContain('close token')
    clock.seconds += 21
    expire(connection)
    expect([told.at(-1), connection.readOnly]).toEqual(['close token', true])
  })
  it('a new token is requested once when the clock has jumped past the expiry', () => {
    const { told, connection, clock, expire } = setUp('edit')
    clock.seconds = 100_000
    expire(connection)
    expect(told).toEqual(['token?'])
  })
})

describe('token renewal of a live notes connection', () => {
  it('a new token prolongs the connection and makes the right be checked again', async () => {
    const { told, connection, renew } = setUp('read', milan())
    connection.context.person.askedAt = 5
    await renew('x')
    expect(connection.context.person).toMatchObject({ expiresAt: new Date(9_000_000), askedAt: 0 })
    expect([told, connection.readOnly]).toEqual([['right read'], true])
  })
  it.each([
    ['another person', { oid: 'p' }],
    ['another tenant', { tenantId: 'u' }],
  ])('a new token of %s ends the connection', async (_what, more) => {
    const { told, connection, renew } = setUp('edit', milan(more))
    await renew('x')
    expect([told, connection.readOnly]).toEqual([['close forbidden'], true])
  })
  it('an invalid new token changes nothing, so that a valid one may follow', async () => {
    const { told, connection, renew } = setUp('edit', new TokenRefused('expired'))
    await renew('x')
    expect([told, connection.context.person.expiresAt]).toEqual([[], new Date(0)])
  })
})
