import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantId } from '../../infra/sandbox/seed/organisation.ts'
import { allPairs, auditSpec } from '../../server/audit/collection.ts'
import { asked } from './who-may-what/asked.ts'
import { people, type Role } from './who-may-what/roles.ts'
import { rows } from './who-may-what/rows.ts'
import { audited } from './who-may-what/audited.ts'
import { rebuilt, startWorld, type World } from './who-may-what/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

const inside = ['admin', 'coach', 'employee'] as const satisfies Role[]

/** What is told once an hour may be told again. Whoever signed in before has to anew. */
async function nextHour() {
  const now = Date.parse(await world.house.now())
  await world.house.moveTo(new Date(now + 3_600_000).toISOString())
  for (const role of inside) world.tokens[role] = await world.house.token(people[role]!)
}

describe('audit log of every route', () => {
  test('every route is listed with what it writes to the audit log, or why it writes nothing', async () => {
    const { routes } = await rebuilt(world)
    const lines = Object.keys(audited)
    expect(routes.filter((one) => !lines.includes(one))).toEqual([])
    expect(lines.filter((one) => !routes.includes(one))).toEqual([])
  })

  test('every route writes to the audit log just what is listed for it', async () => {
    const auditLog = await world.house.database().collection(auditSpec)
    const { id } = world.open.pair
    const concerned = { $in: [id, allPairs(tenantId)] }
    const entries = () => auditLog.find({ pairId: concerned }).toArray()
    const wrong: object[] = []
    const seen = new Map<string, Set<string>>()
    for (const row of rows) {
      const line = audited[row.route]!
      if ('told' in line) await nextHour()
      const before = new Set((await entries()).map(({ _id }) => _id))
      const left = new Set(seen.get(row.route))
      for (const role of inside) {
        if (row.may[role] !== 'ok') continue
        await asked(world, row, role)
        // After each: when both have deleted it the audit log is gone with the rest.
        for (const { _id, what } of await entries()) if (!before.has(_id)) left.add(what)
      }
      seen.set(row.route, left)
    }
    for (const [route, actions] of seen) {
      const line = audited[route]!
      const allowed: string[] = 'told' in line ? line.told : []
      const strange = [...actions].filter((one) => !allowed.includes(one))
      const silent = 'told' in line && !line.testedIn && actions.size === 0
      if (strange.length > 0 || silent) wrong.push({ route, strange, silent })
    }
    expect(wrong).toEqual([])
  })
})
