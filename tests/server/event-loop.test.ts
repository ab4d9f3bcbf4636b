import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect } from 'vitest'
import { organisation, type Seed } from '../../infra/sandbox/start.ts'
import type { Summary } from '../../server/contract/conversation.ts'
import { stepText } from '../../server/contract/live.ts'
import { longestPause, watchedLoop } from '../support/event-loop.ts'
import { sections } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

/** 45 kB of which a parser that repairs the open elements makes millions of nodes. */
const repaired = `<div>${Array.from({ length: 1700 }, (_, i) => `<font color=#${i}>`).join('')}</div>${'<p>x</p>'.repeat(1700)}`
const bodies: Record<string, string> = {
  'sanne-milan': repaired,
  'sanne-tom': '<table><tr><td>'.repeat(30_000),
}
/** Invites as somebody can send them who is out to stop the server. */
const seed: Seed = () => {
  const usual = organisation()
  const items = usual.items.map((one) => ({ ...one, body: bodies[one.id] ?? one.body }))
  return { ...usual, items }
}

const loop = watchedLoop()
// Nobody tells of changed calendars: the sandbox itself would choke on these bodies, as it lists what changed.
const test = testIn({ ownProcess: true, seed, settings: () => ({ ...loop.settings, PUBLIC_URL: undefined }) })
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})
afterEach(() => tenant.leave())

const published = (one: { state: string } | null) => one?.state === 'published'
const tooLarge = (one: { reason: string | null } | null) => one?.reason === 'too-large'

/** A conversation of Sanne's, of which there is one commitment. */
async function held(employee: string, subject: string, nth = 0) {
  const meetings = await tenant.meetings('sanne', subject)
  const { id } = await tenant.conversation('sanne', employee, meetings[nth]!)
  await tenant.commit(employee, id, 'Vaker vragen stellen')
  return { id, next: meetings[nth + 1]! }
}

/** Types it past the page, which stops at its limit; waits until the server has taken it or said no. */
async function typed(id: string, texts: Record<string, string>): Promise<void> {
  const { provider, messages } = await tenant.join(0, 'sanne', id)
  const lengths = async () => {
    const { body } = await tenant.as('sanne')<Summary>(
      'GET',
      `/api/conversations/${id}/summary?scope=summary-and-commitments`,
    )
    return body.steps.length
  }
  for (const [step, text] of Object.entries(texts)) provider.document.getText(stepText(step)).insert(0, text)
  await until(async () => ((await lengths()) > 0 || messages.length > 0 ? true : null))
}

describe('event loop of the server', { timeout: 180_000 }, () => {
  test('makes no long pause while notes are finished that a pattern could trip over', async () => {
    // What a server does for the first time takes longer.
    const warm = await held('aylin', 'Aylin')
    await tenant.finish('sanne', warm.id)
    await tenant.publication('sanne', warm.id, published)
    const hostile = await held('aylin', 'Aylin', 1)
    const teams = 'teams.'.repeat(24_000)
    const pause = await loop.pauseDuring(async () => {
      await typed(hostile.id, {
        goal: teams,
        reality: teams.slice(0, 19_998),
        options: teams.slice(0, 19_998),
      })
      await tenant.finish('sanne', hostile.id)
      await tenant.publication('sanne', hostile.id, published)
    })
    expect(pause).toBeLessThan(longestPause)
  })

  test('makes no long pause over invites of hostile HTML, which wait with their reason while others go on', async () => {
    const [large, deep, good] = [
      await held('milan', 'Milan'),
      await held('tom', 'Tom'),
      await held('aylin', 'Aylin', 2),
    ]
    const pause = await loop.pauseDuring(async () => {
      for (const { id } of [large, deep, good]) await tenant.finish('sanne', id)
      await tenant.publication('milan', large.id, tooLarge)
      await tenant.publication('tom', deep.id, tooLarge)
      await tenant.publication('aylin', good.id, published)
    })
    expect(pause).toBeLessThan(longestPause)
    expect(sections((await tenant.invite('sanne', good.next.iCalUId)).content)).toBe(1)
    expect((await tenant.invite('sanne', large.next.iCalUId)).content).toBe(repaired)
  })

  test('makes no long pause over large updates of the notes', async () => {
    const { id } = await held('aylin', 'Aylin', 1)
    const pause = await loop.pauseDuring(async () => {
      for (const letter of ['a ', 'é', '\n'])
        await typed(id, { goal: letter.repeat(200_000 / letter.length) })
    })
    expect(pause).toBeLessThan(longestPause)
  })
})

describe('the watch on the event loop', () => {
  test('sees a long pause', async () => {
    const watch = watchedLoop()
    const busy = `setTimeout(() => {
      const { user } = process.threadCpuUsage()
      while (process.threadCpuUsage().user - user < 300_000);
      console.log('done')
    }, 100)
    setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['-e', busy], { env: { ...process.env, ...watch.settings } })
    const pause = await watch.pauseDuring(() => once(child.stdout, 'data'))
    child.kill()
    expect(pause).toBeGreaterThan(longestPause)
  })
})
