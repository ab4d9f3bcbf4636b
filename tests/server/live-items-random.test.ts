import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { commitmentSpec } from '../../server/commitment/collection.ts'
import { connectAgain, liveItem, stored } from '../support/live-items.ts'
import { noRedis, startRedis } from '../support/redis.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
type Joined = Awaited<ReturnType<Tenant['join']>>
type Person = { user: 'sanne' | 'milan'; role: 'coach' | 'employee'; sign: string }
const people: Person[] = [
  { user: 'sanne', role: 'coach', sign: 'S' },
  { user: 'milan', role: 'employee', sign: 'M' },
]
const outcomes = ['done', 'open', 'dropped', ''] as const
const days = ['2026-07-01', '2026-07-02', '']
const fields = ['tried', 'next', 'why', 'obstacle'] as const

/** Numbers that are the same in each run, so that what failed fails again. */
function seeded(seed: number) {
  let state = seed
  return (below: number) => (state = (state * 48271) % 2147483647) % below
}

/** Two people, a commitment to follow up and one that they make. */
async function begun(tenant: Tenant) {
  const [first, second] = await tenant.meetings('sanne', 'Milan')
  const made = await tenant.conversation('sanne', 'milan', first!)
  const followed = await tenant.commit('milan', made.id, 'Vaker bellen')
  await tenant.moveTo(second!.start)
  const conversation = await tenant.conversation('sanne', 'milan', second!)
  return { conversation, followed, mine: crypto.randomUUID() }
}

function edit(
  joined: Joined,
  ids: { followed: string; mine: string },
  { role, sign }: Person,
  draw: (n: number) => number,
) {
  const followUp = liveItem(joined, 'follow-up', ids.followed, role)
  const commitment = liveItem(joined, 'commitment', ids.mine, role)
  const text = draw(3) === 0 ? commitment.text('what') : followUp.text(fields[draw(fields.length)]!)
  const chance = draw(10)
  if (chance === 0) followUp.choose('outcome', outcomes[draw(outcomes.length)]!)
  else if (chance === 1) commitment.choose('due', days[draw(days.length)]!)
  else if (chance === 2) commitment.choose('owner', draw(2) ? 'coach' : 'employee')
  else if (chance === 3) commitment.choose('removed', draw(3) ? 'no' : 'yes')
  else if (chance === 4 && text.length > 3) text.delete(draw(text.length), 1)
  else text.insert(draw(text.length + 1), sign)
}

/** Everything that the two have before them, as words. */
function seen(joined: Joined, { followed, mine }: { followed: string; mine: string }) {
  const followUp = liveItem(joined, 'follow-up', followed, 'coach')
  const commitment = liveItem(joined, 'commitment', mine, 'coach')
  const said = (field: (typeof fields)[number]) => String(followUp.text(field)).trim()
  return {
    tried: said('tried'),
    next: said('next'),
    why: said('why'),
    obstacle: said('obstacle'),
    outcome: followUp.chosen('outcome')?.value || null,
    what: String(commitment.text('what')).trim(),
    due: commitment.chosen('due')?.value || null,
    owner: commitment.chosen('owner')?.value ?? 'employee',
    isRemoved: commitment.chosen('removed')?.value === 'yes',
  }
}

/** Both have the same before them, and what is stored of it reads the same. */
async function compare(
  tenant: Tenant,
  all: Joined[],
  conversation: Conversation,
  ids: { followed: string; mine: string },
) {
  await Promise.all(all.map(stored))
  const same = await until(async () => {
    const [a, b] = all.map((one) => JSON.stringify(seen(one, ids)))
    return a === b ? seen(all[0]!, ids) : null
  })
  await Promise.all(all.map(stored))
  const { body } = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
  const followed: Commitment = body.followUps.find((one) => one.id === ids.followed)!
  const said = followed.followUps.find((one) => one.conversationId === conversation.id)
  for (const field of fields) expect(said?.[field] ?? '').toBe(same[field])
  expect(said?.outcome ?? null).toBe(same.outcome)
  expect(followed.status).toBe(same.outcome ?? 'open')
  const made = body.commitments.filter((one) => one.id === ids.mine)
  const { what, due, owner } = same
  expect(made).toMatchObject(same.isRemoved || what === '' ? [] : [{ what, due, owner }])
}

describe('follow-ups and commitments that two edit at random', () => {
  test('what was said to be stored is in the document and in what is read, after cut connections', async ({
    tenant,
  }) => {
    const { conversation, ...ids } = await begun(tenant)
    const all = await Promise.all(people.map(({ user }) => tenant.join(0, user, conversation.id)))
    const draw = seeded(11)
    for (let round = 0; round < 4; round += 1) {
      for (let at = 0; at < 60; at += 1) {
        const who = draw(2)
        edit(all[who]!, ids, people[who]!, draw)
        if (at === 20) all[round % 2]!.provider.disconnect()
        if (at === 40) await connectAgain(all[round % 2]!)
        if (at % 7 === 0) await pause(15)
      }
      await compare(tenant, all, conversation, ids)
    }
    const kept = await (await tenant.database().collection(commitmentSpec)).findOne({ _id: ids.followed })
    expect(kept!.followUps.length).toBeLessThanOrEqual(1)
    await tenant.leave()
  })

  test('what was said to be stored is there after the server was killed', async () => {
    const killable = await startTenant({ ownProcess: true })
    try {
      const { conversation, ...ids } = await begun(killable)
      const draw = seeded(23)
      for (let round = 0; round < 2; round += 1) {
        const all = await Promise.all(people.map(({ user }) => killable.join(0, user, conversation.id)))
        for (let at = 0; at < 40; at += 1) {
          const who = draw(2)
          edit(all[who]!, ids, people[who]!, draw)
          if (at % 7 === 0) await pause(10)
        }
        await Promise.all(all.map(stored))
        const before = await until(async () => {
          const [a, b] = all.map((one) => JSON.stringify(seen(one, ids)))
          return a === b ? a : null
        })
        // Nothing more comes from these: what the server has now it has from what it stored.
        await killable.launched.kill()
        await killable.leave()
        await killable.launched.startProduct()
        const again = await Promise.all(people.map(({ user }) => killable.join(0, user, conversation.id)))
        const after = JSON.stringify(seen(again[0]!, ids))
        const { isRemoved } = seen(again[0]!, ids)
        // Whoever had removed it has left: its words are gone.
        if (!isRemoved) expect(after).toBe(before)
        await compare(killable, again, conversation, ids)
        await killable.leave()
      }
    } finally {
      await killable.close()
    }
  })

  test.for([
    ['that know each other', true],
    ['that share the database alone', false],
  ] as const)(
    'two servers %s open the same once, and store what both hold',
    async ([, isShared], { skip }) => {
      skip(isShared && noRedis !== null, String(noRedis))
      const redis = isShared ? await startRedis() : null
      const house = await startTenant({
        servers: 2,
        ...(redis ? { settings: () => ({ REDIS_URL: redis.url }) } : {}),
      })
      try {
        const { conversation, ...ids } = await begun(house)
        const all = await Promise.all(people.map(({ user }, at) => house.join(at, user, conversation.id)))
        for (const one of all)
          expect(String(liveItem(one, 'follow-up', ids.followed, 'coach').text('what'))).toBe('Vaker bellen')
        const draw = seeded(31)
        for (let at = 0; at < 80; at += 1) {
          const who = draw(2)
          edit(all[who]!, ids, people[who]!, draw)
          if (at % 7 === 0) await pause(15)
        }
        await Promise.all(all.map(stored))
        await house.leave()
        await house.launched.stop()
        await house.launched.startProduct()
        const again = await Promise.all(people.map(({ user }) => house.join(0, user, conversation.id)))
        await compare(house, again, conversation, ids)
      } finally {
        await house.close()
        await redis?.kill()
      }
    },
  )
})
