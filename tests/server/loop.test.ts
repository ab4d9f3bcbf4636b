import { describe, expect } from 'vitest'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { OpenedConversation } from '../../server/contract/conversation.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { commitment, sections } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

describe('from a meeting to the follow-up of its commitments', () => {
  test('the list of 1-on-1s leaves out other meetings and names the other person and the organiser', async () => {
    const { status, body } = await tenant.as('sanne')<OneOnOnes>('GET', '/api/one-on-ones')
    expect(status).toBe(200)
    const subjects = new Set(body.meetings.map((one) => one.subject))
    expect(subjects).toEqual(
      new Set([
        '1-op-1 Sanne en Milan',
        '1:1 Sanne / Aylin',
        '1-op-1 Sanne en Tom',
        'Stagegesprek Sanne en Bas',
        'Bijpraten Noor en Sanne',
      ]),
    )
    expect(body.meetings.find((one) => one.subject === 'Bijpraten Noor en Sanne')).toMatchObject({
      isOrganiser: false,
      other: { name: 'Noor Jansen' },
    })
  })

  test('the roles are asked once, with the organiser proposed as coach, and then hold for both', async () => {
    const [meeting] = await tenant.meetings('sanne', '1-op-1 Sanne en Tom')
    const reference = { joinUrl: meeting!.joinUrl, start: meeting!.start }
    const asked = await tenant.as('sanne')<OpenedConversation>('POST', '/api/conversations', reference)
    expect(asked.body).toMatchObject({ kind: 'roles-needed', proposedRole: 'coach' })
    const askedTom = await tenant.as('tom')<OpenedConversation>('POST', '/api/conversations', reference)
    expect(askedTom.body).toMatchObject({ kind: 'roles-needed', proposedRole: 'employee' })

    const made = await tenant.as('tom')('POST', '/api/pairs', { meeting: reference, myRole: 'employee' })
    expect(made.status).toBe(201)
    // A second answer does not turn the roles round, and says which they are.
    const second = await tenant.as('sanne')('POST', '/api/pairs', { meeting: reference, myRole: 'employee' })
    expect(second).toMatchObject({ status: 201, body: { myRole: 'coach' } })
    const opened = await tenant.as('sanne')<OpenedConversation>('POST', '/api/conversations', reference)
    expect(opened.body).toMatchObject({ kind: 'conversation', conversation: { pair: { myRole: 'coach' } } })
  })

  test('a conversation that many open at once is made once', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Aylin')
    const reference = { joinUrl: meeting!.joinUrl, start: meeting!.start }
    await tenant.as('sanne')('POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
    const opened = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        tenant.as(n % 2 ? 'sanne' : 'aylin')<OpenedConversation>('POST', '/api/conversations', reference),
      ),
    )
    const ids = opened.map(({ body }) => (body.kind === 'conversation' ? body.conversation.id : body))
    expect(new Set(ids).size).toBe(1)
  })

  test('the chat alone and the iCalUId alone open the same conversation', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    for (const reference of [{ chatId: meeting!.chatId }, { iCalUId: meeting!.iCalUId }]) {
      const opened = await tenant.as('milan')<OpenedConversation>('POST', '/api/conversations', reference)
      expect(opened.body).toMatchObject({ kind: 'conversation', conversation: { id: conversation.id } })
    }
  })

  test('a commitment is in the next invite once, and the next conversation asks what was tried', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', first!)
    expect(conversation.template.steps.slice(0, 2).map((step) => step.kind)).toEqual([
      'preparation',
      'follow-up',
    ])
    expect(conversation.questions.length).toBeGreaterThanOrEqual(25)
    const id = await tenant.commit('milan', conversation.id, 'Ruimte maken om te ontwerpen')

    expect((await tenant.finish('milan', conversation.id)).status).toBe(200)
    const published = await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    expect(published?.target).toMatchObject({ start: second!.start })
    for (const person of ['sanne', 'milan']) {
      const { content, joinUrl } = await tenant.invite(person, second!.iCalUId)
      expect(sections(content)).toBe(1)
      expect(content).toContain('Ruimte maken om te ontwerpen')
      expect(joinUrl).toBe(second!.joinUrl)
    }

    const text = commitment({ what: 'Twee ochtenden om te ontwerpen' })
    await tenant.as('sanne')('PUT', `/api/conversations/${conversation.id}/commitments/${id}`, text)
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    const { content } = await tenant.invite('milan', second!.iCalUId)
    expect(sections(content)).toBe(1)
    expect(content).toContain('Twee ochtenden om te ontwerpen')
    expect(content).not.toContain('Ruimte maken om te ontwerpen')

    await tenant.moveTo(second!.start)
    const next = await tenant.conversation('sanne', 'milan', second!)
    expect(next.id).not.toBe(conversation.id)
    expect(next.followUps.map((one) => one.what)).toEqual(['Twee ochtenden om te ontwerpen'])
    const said = { tried: 'Twee keer gedaan', next: '', outcome: 'done' }
    const path = `/api/conversations/${next.id}/follow-ups/${id}`
    const followed = await tenant.as('milan')<Commitment>('PUT', path, said)
    expect(followed.body).toMatchObject({
      status: 'done',
      followUps: [{ tried: 'Twee keer gedaan', by: 'employee' }],
    })
    // Repeated with what it has become, it is replaced and not added to.
    const repeated = await tenant.as('sanne')<Commitment>('PUT', path, {
      ...said,
      tried: 'Het lukte twee keer',
    })
    expect(repeated.body.followUps).toHaveLength(1)
  })
})
