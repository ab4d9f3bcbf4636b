import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { OneOnOnes, PastTalks } from '../../server/contract/one-on-ones.ts'
import { changeCalendar } from '../support/calendar.ts'
import { commitment, type Meeting } from '../support/talks.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

const after = (meeting: Meeting) => tenant.moveTo(new Date(Date.parse(meeting.end) + 60_000).toISOString())
const talksOf = (user: string, pairId: string, query = '') =>
  tenant.as(user)<PastTalks>('GET', `/api/pairs/${pairId}/talks${query}`)
const overview = async (user: string) => (await tenant.as(user)<OneOnOnes>('GET', '/api/one-on-ones')).body

describe('past conversations of a pair', () => {
  test('a finished conversation refuses a new commitment once the next meeting has begun', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Milan')
    const talk = await tenant.talk('sanne', 'milan', first!)
    await tenant.commit('milan', talk.id, 'Elke dag een uur')
    await tenant.finish('sanne', talk.id)
    // Alone it may be: somebody thinks of something on the way back from it.
    await after(first!)
    const made = () =>
      tenant.as('milan')<Conversation>(
        'PUT',
        `/api/conversations/${talk.id}/commitments/${crypto.randomUUID()}`,
        commitment({ what: 'Nog een' }),
      )
    const read = () => tenant.as('milan')<Conversation>('GET', `/api/conversations/${talk.id}`)
    expect((await read()).body.past).toBe(false)
    await tenant.talk('sanne', 'milan', second!)
    await tenant.moveTo(second!.start)
    expect((await read()).body.past).toBe(true)
    const { status, body } = await made()
    expect([status, body.type]).toEqual([409, 'urn:groei:problem:talk-past'])
    expect((await read()).body.commitments).toHaveLength(1)
  })

  test('the conversations of a pair are listed page by page, latest first, without those still to come', async () => {
    const calendar = changeCalendar(tenant)
    // Two of them at the same moment each week, but for the last that began: the page ends between two.
    for (const subject of ['Elke week', 'Ook elke week']) await calendar.series('noor', 'tom', subject)
    const weeks: Meeting[][] = []
    const ids: string[] = []
    while (ids.length < 22) {
      const all = await tenant.meetings('noor', 'lke week')
      const week = all.filter(({ start }) => start === all[0]!.start).slice(0, ids.length < 20 ? 2 : 1)
      for (const meeting of week) ids.push((await tenant.talk('noor', 'tom', meeting)).id)
      weeks.push(week)
      if (ids.length < 22) await after(week[0]!)
    }
    const { pair } = (await tenant.as('tom')<Conversation>('GET', `/api/conversations/${ids[0]}`)).body
    await tenant.commit('tom', ids[0]!, 'Nog voor de eerste')
    await tenant.finish('noor', ids[0]!)
    const begun = ids.slice(0, -1)
    const first = (await talksOf('tom', pair.id)).body
    const rest = (await talksOf('tom', pair.id, `?before=${first.next}`)).body
    expect([first.talks.length, rest.talks.length, rest.next]).toEqual([19, 2, null])
    const listed = [...first.talks, ...rest.talks]
    expect(listed.map(({ id }) => id).sort()).toEqual([...begun].sort())
    const starts = listed.map(({ start }) => start)
    expect(starts).toEqual([...starts].sort().reverse())
    const [{ start, end }] = weeks[0] as [Meeting]
    expect(listed.find(({ id }) => id === ids[0])).toEqual({ id: ids[0], start, end, finished: true })
    expect(listed[0]).toMatchObject({ finished: false })
    // A moment to come asks for no more than what has begun.
    expect((await talksOf('tom', pair.id, '?before=2099-01-01T00:00:00Z')).body).toEqual(first)
    expect((await talksOf('tom', pair.id, '?before=gisteren')).status).toBe(400)
    expect((await talksOf('aylin', pair.id)).status).toBe(404)
  })

  test('the conversations of an ended pair are listed and readable without any calendar', async () => {
    const calendar = changeCalendar(tenant)
    await calendar.series('milan', 'ines', 'Tot het eind')
    const [meeting] = await tenant.meetings('milan', 'Tot het eind')
    const talk = await tenant.talk('milan', 'ines', meeting!)
    await tenant.commit('ines', talk.id, 'Voor het eind')
    await after(meeting!)
    await tenant.as('ines')('POST', `/api/pairs/${talk.pair.id}/end`)
    for (const user of ['milan', 'ines']) {
      const { ended, pairs } = await overview(user)
      expect(ended.map(({ id }) => id)).toEqual([talk.pair.id])
      expect(pairs.map(({ pair }) => pair.id)).not.toContain(talk.pair.id)
      await tenant.sandbox('POST', 'faults', { faults: [{ service: 'graph', status: 503 }] })
      const { body } = await talksOf(user, talk.pair.id)
      expect(body.talks.map(({ id }) => id)).toEqual([talk.id])
      const read = await tenant.as(user)<Conversation>('GET', `/api/conversations/${talk.id}`)
      await tenant.sandbox('DELETE', 'faults')
      expect(read.body.commitments[0]!.what).toBe('Voor het eind')
      expect(read.body.pair.ended).not.toBeNull()
    }
    // Who deleted it has it no more; the other is told until when.
    await tenant.as('ines')('DELETE', `/api/pairs/${talk.pair.id}`)
    expect((await overview('ines')).ended).toEqual([])
    expect((await talksOf('ines', talk.pair.id)).status).toBe(404)
    expect((await overview('milan')).ended[0]!.goesOn).not.toBeNull()
    expect((await talksOf('milan', talk.pair.id)).body.talks).toHaveLength(1)
  })
})
