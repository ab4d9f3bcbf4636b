import { expect, it } from 'vitest'
import type { NotesRight } from '../contract/live.ts'
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

function setUp(right: NotesRight | null | Error) {
  const told: string[] = []
  const connection = {
    context: { guard: null as never, visitor: visitor() },
    readOnly: false,
    close: (event?: { reason: string }) => void told.push(`close ${event?.reason}`),
    sendStateless: (message: string) => void told.push(message),
    requestToken: () => void told.push('token?'),
  }
  const { recheck } = door({
    personOfToken: () => Promise.reject(new Error('not asked')),
    admit: async () => {
      if (right instanceof Error) throw right
      return right && { name: 'Milan', role: 'employee', right }
    },
    now: () => new Date(0),
    onRefused: () => undefined,
  })
  return { told, connection, recheck }
}

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
