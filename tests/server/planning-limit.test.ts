import { describe, expect } from 'vitest'
import type { PlannedConversation, Proposals } from '../../server/contract/planning.ts'
import { testIn } from '../support/test.ts'

const test = testIn()

describe('conversations that a pair plans', () => {
  test('there are five an hour, whoever of the two plans them, and then words of what to do', async ({
    tenant,
  }) => {
    const [only] = await tenant.meetings('sanne', 'Bijpraten Noor en Sanne')
    const { pair } = await tenant.conversation('noor', 'sanne', only!)
    const path = `/api/pairs/${pair.id}`
    const plan = async (user: string, language = 'nl') => {
      const { body } = await tenant.as(user)<Proposals>('GET', `${path}/proposals`)
      const wanted = { ...body.proposals[0]!, everyWeeks: null, revision: body.revision }
      return {
        wanted,
        ...(await tenant.as(user)<PlannedConversation>('POST', `${path}/conversations`, wanted, language)),
      }
    }
    const events = async () => (await tenant.meetings('sanne', '1-op-1 Noor en Sanne')).length
    let last
    for (const user of ['noor', 'sanne', 'noor', 'sanne', 'noor']) {
      last = await plan(user)
      expect(last.status).toBe(201)
    }
    expect(await plan('noor')).toMatchObject({
      status: 429,
      body: {
        type: 'urn:groei:problem:planned-often',
        title: 'Jullie hebben net al een paar gesprekken gepland',
      },
    })
    expect((await plan('sanne', 'en')).body.detail).toContain('in an hour')
    // An answer that was lost: the same request again is no sixth invite, and is not refused.
    expect((await tenant.as('noor')('POST', `${path}/conversations`, last!.wanted)).status).toBe(201)
    expect(await events()).toBeLessThanOrEqual(5)
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 61 * 60_000).toISOString())
    expect((await plan('sanne')).status).toBe(201)
  })
})
