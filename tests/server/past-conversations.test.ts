import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { OneOnOnes, PastConversations } from '../../server/contract/one-on-ones.ts'
import { changeCalendar } from '../support/calendar.ts'
import { commitment, type Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

const after = (meeting: Meeting) => tenant.moveTo(new Date(Date.parse(meeting.end) + 60_000).toISOString())
const conversationsOf = (user: string, pairId: string, query = '') =>
  tenant.as(user)<PastConversations>('GET', `/api/pairs/${pairId}/conversations${query}`)
const overview = async (user: string) => (await tenant.as(user)<OneOnOnes>('GET', '/api/one-on-ones')).body

describe('past conversations of a pair', () => {
  test('a finished conversation refuses a new commitment once the next meeting has begun', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', first!)
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.finish('sanne', conversation.id)
    // Alone it may be: somebody thinks of something on the way back from it.
    await after(first!)
    const made = () =>
      tenant.as('milan')<Conversation>(
        'PUT',
        `/api/conversations/${conversation.id}/commitments/${crypto.randomUUID()}`,
        commitment({ what: 'Nog een' }),
      )
    const read = () => tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    expect((await read()).body.past).toBe(false)
    await tenant.conversation('sanne', 'milan', second!)
    await tenant.moveTo(second!.start)
    expect((await read()).body.past).toBe(true)
    const { status, body } = await made()
    expect([status, body.type]).toEqual([409, 'urn:groei:problem:conversation-past'])
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
      for (const meeting of week) ids.push((await tenant.conversation('noor', 'tom', meeting)).id)
      weeks.push(week)
      if (ids.length < 22) await after(week[0]!)
    }
    const { pair } = (await tenant.as('tom')<Conversation>('GET', `/api/conversations/${ids[0]}`)).body
    await tenant.commit('tom', ids[0]!, 'Nog voor de eerste')
    await tenant.finish('noor', ids[0]!)
    const begun = ids.slice(0, -1)
    const first = (await conversationsOf('tom', pair.id)).body
    const rest = (await conversationsOf('tom', pair.id, `?before=${first.next}`)).body
    expect([first.conversations.length, rest.conversations.length, rest.next]).toEqual([19, 2, null])
    const listed = [...first.conversations, ...rest.conversations]
    expect(listed.map(({ id }) => id).sort()).toEqual([...begun].sort())
    const starts = listed.map(({ start }) => start)
    expect(starts).toEqual([...starts].sort().reverse())
    const [{ start, end }] = weeks[0] as [Meeting]
    expect(listed.find(({ id }) => id === ids[0])).toEqual({
      id: ids[0],
      start,
      end,
      finished: true,
      template: { nl: expect.any(String), en: expect.any(String) },
      agreed: 'Nog voor de eerste',
    })
    expect(listed[0]).toMatchObject({ finished: false, agreed: null })
    // A moment to come asks for no more than what has begun.
    expect((await conversationsOf('tom', pair.id, '?before=2099-01-01T00:00:00Z')).body).toEqual(first)
    expect((await conversationsOf('tom', pair.id, '?before=gisteren')).status).toBe(400)
    expect((await conversationsOf('aylin', pair.id)).status).toBe(404)
  })

  test('the conversations of an ended pair are listed and readable without any calendar', async () => {
    const calendar = changeCalendar(tenant)
    await calendar.series('milan', 'ines', 'Tot het eind')
    const [meeting] = await tenant.meetings('milan', 'Tot het eind')
    const conversation = await tenant.conversation('milan', 'ines', meeting!)
    await tenant.commit('ines', conversation.id, 'Voor het eind')
    await after(meeting!)
    await tenant.as('ines')('POST', `/api/pairs/${conversation.pair.id}/end`)
    for (const user of ['milan', 'ines']) {
      const { ended, pairs } = await overview(user)
      expect(ended.map(({ id }) => id)).toEqual([conversation.pair.id])
      expect(pairs.map(({ pair }) => pair.id)).not.toContain(conversation.pair.id)
      await tenant.sandbox('POST', 'faults', { faults: [{ service: 'graph', status: 503 }] })
      const { body } = await conversationsOf(user, conversation.pair.id)
      expect(body.conversations.map(({ id }) => id)).toEqual([conversation.id])
      const read = await tenant.as(user)<Conversation>('GET', `/api/conversations/${conversation.id}`)
      await tenant.sandbox('DELETE', 'faults')
      expect(read.body.commitments[0]!.what).toBe('Voor het eind')
      expect(read.body.pair.ended).not.toBeNull()
    }
    // Who deleted it has it no more; the other is told until when.
    await tenant.as('ines')('DELETE', `/api/pairs/${conversation.pair.id}`)
    expect((await overview('ines')).ended).toEqual([])
    expect((await conversationsOf('ines', conversation.pair.id)).status).toBe(404)
    expect((await overview('milan')).ended[0]!.goesOn).not.toBeNull()
    expect((await conversationsOf('milan', conversation.pair.id)).body.conversations).toHaveLength(1)
  })
})
