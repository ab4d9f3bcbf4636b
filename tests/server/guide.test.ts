import { describe, expect } from 'vitest'
import type { Guide, Tips } from '../../server/contract/guide.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

const guide = async (user: string) => (await tenant.as(user)<Guide>('GET', '/api/guide')).body.progress
const tips = async (user: string) => (await tenant.as(user)<Tips>('GET', '/api/tips')).body.seen
const see = (user: string, tip: string) => tenant.as(user)<Tips>('PUT', `/api/tips/${tip}`)

describe('guide', () => {
  test('the guide tells the progress of the pair that is furthest, from nothing to a rhythm of six weeks', async () => {
    const begin = await tenant.now()
    const nothing = { preparation: false, commitment: false, followUp: { held: 0, of: 0 }, weeks: 0 }
    expect(await guide('milan')).toEqual({ pair: false, ...nothing })

    const meetings = await tenant.meetings('sanne', 'Milan')
    const first = await tenant.conversation('sanne', 'milan', meetings[0]!)
    expect(await guide('milan')).toEqual({ pair: true, ...nothing })
    await tenant.as('milan')('PUT', `/api/conversations/${first.id}/preparation`, {
      topics: ['Nieuwe rol'],
      note: '',
      shared: false,
      revision: 0,
    })
    expect(await guide('milan')).toMatchObject({ preparation: true })
    // Not even that the other prepared is told.
    expect(await guide('sanne')).toMatchObject({ preparation: false })

    let id = await tenant.commit('milan', first.id, 'Elke dag een uur')
    await tenant.finish('sanne', first.id)
    expect(await guide('sanne')).toMatchObject({ commitment: true, followUp: { of: 0 }, weeks: 0 })
    const later = [2, 4, 5, 6].map((at) => meetings[at]!)
    for (const [at, meeting] of later.entries()) {
      await tenant.moveTo(meeting.start)
      const conversation = await tenant.conversation('sanne', 'milan', meeting)
      // The last but one leaves its follow-up out.
      if (at !== 2) {
        const said = { tried: 'x', next: '', outcome: 'done' }
        const path = `/api/conversations/${conversation.id}/follow-ups/${id}`
        expect((await tenant.as('milan')('PUT', path, said)).status).toBe(200)
      }
      id = await tenant.commit('milan', conversation.id, `Afspraak ${at}`)
      await tenant.finish('sanne', conversation.id)
    }
    const weeks = Math.floor((Date.parse(meetings[6]!.start) - Date.parse(meetings[0]!.start)) / 604_800_000)
    expect(await guide('sanne')).toMatchObject({ followUp: { held: 2, of: 3 }, weeks })

    // A second pair that only begins takes nothing away.
    await tenant.moveTo(begin)
    const [other] = await tenant.meetings('sanne', 'Aylin')
    await tenant.conversation('sanne', 'aylin', other!)
    expect(await guide('sanne')).toMatchObject({ weeks })
    expect(await guide('aylin')).toEqual({ pair: true, ...nothing })
  }, 60_000)
})

describe('tips', () => {
  test('a tip that a person has seen is seen on all of their devices, and by nobody else', async () => {
    expect(await tips('tom')).toEqual([])
    const answers = await Promise.all([see('tom', 'scale'), see('tom', 'reflection'), see('tom', 'scale')])
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200])
    expect(await tips('tom')).toEqual(['scale', 'reflection'])
    expect(await tips('aylin')).toEqual([])
  })

  test('the guide is gone for a person who sets it aside', async () => {
    expect(await guide('noor')).not.toBeNull()
    expect((await see('noor', 'guide')).status).toBe(200)
    expect(await guide('noor')).toBeNull()
  })

  test('an unknown tip is answered 400, and another tenant 401', async () => {
    for (const tip of ['no-such-tip', 'seen.scale', '$set', '__proto__']) {
      const refused = await see('tom', encodeURIComponent(tip))
      expect([tip, refused.status]).toEqual([tip, 400])
    }
    const token = await tenant.token('eva@elsewhere.example', 'api')
    for (const [method, path] of [
      ['GET', '/api/guide'],
      ['GET', '/api/tips'],
      ['PUT', '/api/tips/scale'],
    ] as const)
      expect((await tenant.request(path, { method, token })).status).toBe(401)
  })
})
