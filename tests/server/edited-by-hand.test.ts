import { describe, expect } from 'vitest'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import { sections, type Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  calendar = changeCalendar(tenant)
})

const published = (one: { state: string } | null) => one?.state === 'published'
const content = async (user: string, meeting: Meeting) => (await tenant.invite(user, meeting.iCalUId)).content

/** Finishes again, and waits until that is in the invite. */
async function finishAgain(user: string, { id }: { id: string }, more: object = {}) {
  const scope = 'summary-and-commitments'
  const path = `/api/conversations/${id}`
  const { body } = await tenant.as(user)<Summary>('GET', `${path}/summary?scope=${scope}`)
  const { fingerprint } = body
  const asked = { scope, fingerprint, ...more }
  const answer = await tenant.as(user)<Conversation>('POST', `${path}/finish`, asked)
  expect([answer.status, answer.body.publication?.state]).toEqual([200, 'waiting'])
  return tenant.publication(user, id, published)
}

/** Talked and shared; then the organiser changes a word in the middle of the section, in the invite itself. */
async function editedInInvite(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const [first, second] = await tenant.meetings(coach, subject)
  const conversation = await tenant.conversation(coach, employee, first!)
  await tenant.commit(employee, conversation.id, 'Elke week een klant spreken')
  await tenant.finish(coach, conversation.id)
  await tenant.publication(coach, conversation.id, published)
  const written = await content(coach, second!)
  const edited = written.replace('een klant spreken', 'twee klanten spreken')
  expect(edited).not.toBe(written)
  await calendar.change(coach, second!, { body: { contentType: 'html', content: edited } })
  return { conversation, second: second! }
}

describe('section that was edited by hand in the invite', () => {
  test('an edited section is left alone when finished again, until one of the two says to replace it', async () => {
    const { conversation, second } = await editedInInvite('noor', 'aylin', 'Met de hand')
    const edited = await content('noor', second)
    await tenant.commit('aylin', conversation.id, 'Een tweede afspraak')
    expect(await finishAgain('noor', conversation)).toMatchObject({ handEdited: true, reason: null })
    expect(await content('noor', second)).toBe(edited)
    expect(await finishAgain('aylin', conversation, { overEdited: true })).toMatchObject({
      handEdited: false,
    })
    const replaced = await content('aylin', second)
    expect(replaced).not.toContain('twee klanten spreken')
    expect(replaced).toContain('Een tweede afspraak')
    expect(sections(replaced)).toBe(1)
  })

  test('a section whose last line somebody changed is never doubled, and said to be there when others join', async () => {
    const { conversation, second } = await editedInInvite('tom', 'aylin', 'Andere regel')
    const changed = (await content('tom', second)).replace('Einde van Groei', 'Tot zover')
    await calendar.change('tom', second, { body: { contentType: 'html', content: changed } })
    const altered = await content('tom', second)
    expect(await finishAgain('tom', conversation)).toMatchObject({ handEdited: true, reason: null })
    expect(await content('tom', second)).toBe(altered)
    await calendar.invited('tom', second, 'aylin', 'ines')
    const told = await tenant.publication('tom', conversation.id, (one) => one?.reason === 'altered')
    expect([told?.state, await content('tom', second)]).toEqual(['published', altered])
    // Somebody takes it out by hand.
    await calendar.change('tom', second, { body: { contentType: 'html', content: '<p>Wij drie</p>' } })
    await tenant.publication('tom', conversation.id, (one) => one?.reason !== 'altered')
  })

  test('permission to replace an edited section does not hold for what is edited later', async () => {
    const { conversation, second } = await editedInInvite('milan', 'ines', 'Nog eens')
    await finishAgain('ines', conversation, { overEdited: true })
    const replaced = await content('milan', second)
    const anew = replaced.replace('een klant spreken', 'drie klanten spreken')
    expect(anew).not.toBe(replaced)
    await calendar.change('milan', second, { body: { contentType: 'html', content: anew } })
    expect(await finishAgain('milan', conversation)).toMatchObject({ handEdited: true })
    expect(await content('ines', second)).toContain('drie klanten spreken')
  })

  test('an edited section keeps its words when it moves to a nearer invite', async () => {
    const { conversation, second } = await editedInInvite('noor', 'tom', 'Gaat mee')
    const nearer = await calendar.single('noor', 'tom', 'Even tussendoor', '2026-06-05T12:00:00')
    await until(async () => ((await content('tom', nearer)).includes('twee klanten spreken') ? true : null))
    await until(async () => (sections(await content('noor', second)) === 0 ? true : null))
    const moved = await tenant.publication(
      'tom',
      conversation.id,
      (one) => one?.target?.subject === 'Even tussendoor',
    )
    expect(moved).toMatchObject({ state: 'published', handEdited: true })
    expect(sections(await content('noor', nearer))).toBe(1)
    // There they are edited still: finishing again leaves them alone.
    expect(await finishAgain('tom', conversation)).toMatchObject({ handEdited: true })
    expect(await content('tom', nearer)).toContain('twee klanten spreken')
  })
})
