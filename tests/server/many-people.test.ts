import { describe, expect } from 'vitest'
import { coaches, withManyPeople } from '../../infra/sandbox/seed/many-people.ts'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { MyCommitments } from '../../server/contract/my-commitments.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import type { PairPage } from '../../server/contract/pair-page.ts'
import { fewestCommands, observed } from '../support/count-commands.ts'
import { fillManyPeople, pairIdOf } from '../support/many-people.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const commands: string[] = []
const test = testIn({
  seed: withManyPeople,
  over: (database) => observed(database, (name) => commands.push(name)),
})
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  await fillManyPeople(tenant.database(), ['carla', 'dirk'], (coach, at) =>
    coach === 'dirk' && at === 0 ? 100 : 2,
  )
})

const overview = (user: string) => tenant.call<OneOnOnes>(user, 'GET', '/api/one-on-ones')
describe('a coach with many people', () => {
  test('all of them are in the list of people and in that of commitments', async () => {
    for (const coach of ['carla', 'dirk'] as const) {
      const { pairs, meetings } = await overview(coach)
      expect(pairs).toHaveLength(coaches[coach])
      expect(new Set(pairs.map(({ pair }) => pair.employee.name)).size).toBe(coaches[coach])
      expect(meetings.every(({ pairId }) => pairs.some(({ pair }) => pair.id === pairId))).toBe(true)
      const listed = await tenant.call<MyCommitments>(coach, 'GET', '/api/commitments')
      const open = (of: { commitments: unknown[] }[]) => of.flatMap(({ commitments }) => commitments)
      expect(open(listed.pairs)).toEqual(open(pairs))
      expect(open(pairs).length).toBeGreaterThanOrEqual(coaches[coach])
    }
  })

  test('reading them costs few database commands however many there are, on the first time of a day too', async () => {
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 86_400_000).toISOString())
    commands.length = 0
    await overview('dirk')
    expect(commands.filter((name) => name.startsWith('auditLog'))).toEqual(['auditLog.insertNew'])
    for (const path of ['/api/one-on-ones', '/api/commitments']) {
      const [many, few] = [
        await fewestCommands(commands, 8, () => tenant.call('dirk', 'GET', path)),
        await fewestCommands(commands, 8, () => tenant.call('carla', 'GET', path)),
      ]
      expect(many.length, `${path}: ${many.join(' ')}`).toBeLessThanOrEqual(8)
      expect(few.length, `${path}: ${few.join(' ')}`).toBeLessThanOrEqual(8)
    }
  })

  test('the audit log of each pair says once a day that its commitments were read', async () => {
    await overview('dirk')
    const pairId = await pairIdOf(tenant.database(), 'dirk', 1)
    const { entries } = await tenant.call<AuditPage>('dirk-2', 'GET', `/api/pairs/${pairId}/audit`)
    const days = entries.map(({ at, who, what }) => `${who} ${what} ${at.slice(0, 10)}`)
    expect(days).toEqual(['coach read-commitments 2026-06-03', 'coach read-commitments 2026-06-02'])
  })

  test('the page of a pair that had a hundred conversations holds the latest, and costs as few commands', async () => {
    const path = `/api/pairs/${await pairIdOf(tenant.database(), 'dirk', 0)}/page`
    const page = await tenant.call<PairPage>('dirk', 'GET', path)
    expect(page.conversations).toHaveLength(20)
    expect(page.nextPage).not.toBeNull()
    expect(page.scales.map(({ points }) => points.length)).toEqual([10])
    const counted = await fewestCommands(commands, 12, () => tenant.call('dirk', 'GET', path))
    expect(counted.length, counted.join(' ')).toBeLessThanOrEqual(12)
  })

  test('the list still tells of a pair that has been silent for half a year', async () => {
    await tenant.moveTo('2026-12-02T09:00:00Z')
    const pairId = await pairIdOf(tenant.database(), 'dirk', 5)
    const { pairs } = await overview('dirk')
    const silent = pairs.find(({ pair }) => pair.id === pairId)
    expect(silent).toMatchObject({
      next: null,
      rhythm: { state: 'slipping', everyDays: 7, last: '2026-05-25T06:30:00.000Z' },
    })
    const page = await tenant.call<PairPage>('dirk', 'GET', `/api/pairs/${pairId}/page`)
    expect(page.rhythm).toEqual(silent?.rhythm)
  })
})
