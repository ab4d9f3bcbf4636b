import { beforeEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Review, ReviewFile, Reviews } from '../../server/contract/review.ts'
import { commitment } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

/** What may be nowhere in a pack: each is said where only one of the two reads it, or where nothing was shared. */
const secret = {
  draft: 'Alleen voor mij: ik twijfel',
  shared: 'Dit wil ik vooraf kwijt',
  tried: 'Geprobeerd met oordopjes',
  next: 'Volgende keer eerder',
  obstacle: 'Er is te veel tegelijk',
  notLower: 'Ik slaap nog goed',
  unshared: 'Nog niet afgeronde afspraak',
}
const goal = 'Twee dagdelen per week waarin ik ongestoord ontwerp.'

const test = testIn({ history: true })
let tenant: Tenant
let conversation: Conversation
let pairId: string
let review: Review
/** A period of its own for each test, all around the same conversations. */
let days = 0
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  await tenant.moveTo(meeting!.start)
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
  pairId = conversation.pair.id
  const path = `/api/conversations/${conversation.id}`
  const put = async (user: string, part: string, body: object) => {
    const { status } = await tenant.as(user)('PUT', `${path}/${part}`, body)
    expect([part, status]).toEqual([part, 200])
  }
  await put('sanne', 'preparation', { topics: [], note: secret.draft, shared: false, revision: 0 })
  await put('milan', 'preparation', { topics: [secret.shared], note: '', shared: true, revision: 0 })
  const { tried, next, obstacle, notLower } = secret
  await put('milan', `follow-ups/${conversation.followUps[0]!.id}`, {
    ...{ tried, next, obstacle, outcome: 'open' },
    what: 'Eén dagdeel per week blokkeren',
  })
  await put('milan', 'scales/goal-scale', { value: 6, notLower, oneMore: '' })
  await put('sanne', 'scales/goal-scale', { value: 4, notLower, oneMore: '' })
  const minute = { talked: 83, asked: 2, listened: 3, summarised: 4, frames: 5, revision: 0 }
  await put('sanne', 'reflection', minute)
  await put('milan', 'rating', { value: 1, showEachOther: true })
})
beforeEach(async () => {
  days += 1
  review = (await open('sanne', period())).body
})

const period = () => ({ from: `2026-01-${String(days).padStart(2, '0')}`, to: '2026-06-30' })
const open = (user: string, body: object) =>
  tenant.as(user)<Review>('POST', `/api/pairs/${pairId}/reviews`, body)
const read = async (user: string) => (await tenant.as(user)<Review>('GET', `/api/reviews/${review.id}`)).body
const put = (user: string, part: string, body: object) =>
  tenant.as(user)<Review>('PUT', `/api/reviews/${review.id}/${part}`, body)
const choose = (user: string, item: string, chosen = true) => put(user, 'choices', { item, chosen })
const write = (user: string, text: string, revision = 0) => put(user, 'text', { text, revision })
const done = async (user: string) =>
  put(user, 'ready', { ready: true, fingerprint: (await read(user)).fingerprint })
const itemOf = (kind: string) => review.candidates.find(({ item }) => item.kind === kind)!.item.id
const kinds = ({ pack }: Review) => pack.items.map(({ kind }) => kind)

describe('review of a period', () => {
  test('both people find the same review of a period, made once however many ask at once', async () => {
    const same = { from: '2025-01-01', to: '2025-12-31' }
    const asked = await Promise.all(['sanne', 'milan', 'sanne', 'milan'].map((user) => open(user, same)))
    expect(new Set(asked.map((one) => one.status))).toEqual(new Set([201]))
    expect(new Set(asked.map((one) => one.body.id)).size).toBe(1)
    const listed = (await tenant.as('milan')<Reviews>('GET', `/api/pairs/${pairId}/reviews`)).body
    expect(listed.reviews.filter((one) => one.to === same.to)).toEqual([
      { id: asked[0]!.body.id, ...same, frozenAt: null },
    ])
    // The sandbox's clock stands at the start of June 2026.
    expect(listed.proposed.to.slice(0, 7)).toBe('2026-06')
    expect(listed.proposed.from.slice(0, 7)).toBe('2025-12')
  })

  test('goals, commitments with what became of them, scales and the rhythm can be chosen', async () => {
    expect(review.candidates.map(({ item }) => item.kind)).toEqual(['goal', 'commitment', 'scale', 'rhythm'])
    expect(review.candidates.map(({ item }) => item)).toMatchObject([
      { text: goal },
      {
        what: 'Eén dagdeel per week blokkeren',
        carried: 1,
        reshapedFrom: [{ what: 'Twee dagdelen per week blokkeren om te ontwerpen' }],
      },
      { question: 'goal-scale', points: [{ start: conversation.meeting.start, coach: 4, employee: 6 }] },
      { held: 1 },
    ])
  })

  test('an item outside the period cannot be chosen', async () => {
    const outside = (await open('sanne', { from: '2026-06-20', to: '2026-06-30' })).body
    expect(outside.candidates.map(({ item }) => item)).toMatchObject([{ kind: 'rhythm', held: 0 }])
    review = { ...review, id: outside.id }
    expect((await choose('sanne', itemOf('goal'))).status).toBe(404)
  })

  test('an item is in the pack only when both chose it, and both see who proposed it', async () => {
    const item = itemOf('goal')
    expect(kinds((await choose('sanne', item)).body)).toEqual([])
    const seen = await read('milan')
    expect(kinds(seen)).toEqual([])
    expect(seen.candidates[0]).toMatchObject({ mine: false, theirs: true, proposedBy: 'coach' })
    const both = (await choose('milan', item)).body
    expect(both.pack.items).toMatchObject([{ kind: 'goal', text: goal }])
    expect(both.candidates[0]).toMatchObject({ mine: true, theirs: true, proposedBy: 'coach' })
    expect((await read('sanne')).fingerprint).toBe(both.fingerprint)
    // Either takes it out again.
    expect(kinds((await choose('sanne', item, false)).body)).toEqual([])
    expect((await read('milan')).candidates[0]).toMatchObject({ mine: true, theirs: false })
  })

  test('saving the same choice or text again changes nothing', async () => {
    const item = itemOf('rhythm')
    const first = (await choose('sanne', item)).body
    const again = await choose('sanne', item)
    expect([again.status, again.body.revision]).toEqual([200, first.revision])
    const never = await choose('milan', item, false)
    expect([never.status, never.body.revision]).toEqual([200, first.revision])
    const text = (await write('milan', 'Trots')).body
    expect([text.textRevision, (await write('milan', 'Trots')).body.revision]).toEqual([1, text.revision])
  })

  test('concurrent choices and texts of both people are all kept', async () => {
    const all = review.candidates.map(({ item }) => item.id)
    const answers = await Promise.all([
      ...['sanne', 'milan'].flatMap((user) => all.map((item) => choose(user, item))),
      write('sanne', 'Ik zag je groeien'),
      write('milan', 'Ik ben trots'),
    ])
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]))
    const { pack } = await read('sanne')
    expect(pack.items.map(({ id }) => id)).toEqual(all)
    expect(pack.texts).toEqual({ coach: 'Ik zag je groeien', employee: 'Ik ben trots' })
  })

  test('one of two devices that write a text at once is told that it changed meanwhile', async () => {
    const first = await Promise.all([write('milan', 'een'), write('milan', 'twee')])
    expect(first.map((one) => one.status).sort()).toEqual([200, 409])
    expect((await write('milan', 'drie', 4)).body.type).toBe('urn:groei:problem:changed-meanwhile')
    expect((await write('milan', 'drie', 1)).body.pack.texts.employee).toBe('drie')
  })

  test('a review is frozen when both are ready, and reads the same until it is reopened', async () => {
    const item = itemOf('commitment')
    for (const user of ['sanne', 'milan']) await choose(user, item)
    const one = (await done('sanne')).body
    expect(one).toMatchObject({ ready: { mine: true, theirs: false }, frozenAt: null })
    expect((await read('milan')).ready).toEqual({ mine: false, theirs: true })
    const frozen = (await done('milan')).body
    expect(frozen).toMatchObject({ ready: { mine: true, theirs: true }, candidates: [] })
    expect(frozen.frozenAt).not.toBeNull()

    const id = item.replace('commitment-', '')
    await tenant.as('milan')('PUT', `/api/conversations/${conversation.id}/follow-ups/${id}`, {
      what: 'Later gewijzigd',
    })
    expect((await read('sanne')).pack).toEqual(frozen.pack)
    for (const refused of [
      await choose('sanne', itemOf('goal')),
      await choose('sanne', item, false),
      await write('milan', 'Nog iets'),
    ])
      expect([refused.status, refused.body.type]).toEqual([409, 'urn:groei:problem:review-frozen'])

    // Either reopens it; then it reads as things are now.
    const reopened = (await put('milan', 'ready', { ready: false })).body
    expect(reopened).toMatchObject({ frozenAt: null, ready: { mine: false, theirs: false } })
    expect(reopened.pack.items).toMatchObject([{ what: 'Later gewijzigd' }])
  })

  test('two people who are ready at the same moment freeze the review', async () => {
    for (const user of ['sanne', 'milan']) await choose(user, itemOf('rhythm'))
    const { fingerprint } = await read('sanne')
    const answers = await Promise.all(
      ['sanne', 'milan', 'sanne'].map((user) => put(user, 'ready', { ready: true, fingerprint })),
    )
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200])
    expect((await read('milan')).frozenAt).not.toBeNull()
  })

  test('a person who was ready is no longer ready after the review changes', async () => {
    for (const user of ['sanne', 'milan']) await choose(user, itemOf('goal'))
    const { fingerprint } = await read('sanne')
    await done('sanne')
    await write('milan', 'Nog een woord')
    expect((await read('sanne')).ready).toEqual({ mine: false, theirs: false })
    expect((await done('milan')).body).toMatchObject({ ready: { mine: true, theirs: false }, frozenAt: null })
    // Nor can they be with what they did not see.
    const stale = await put('sanne', 'ready', { ready: true, fingerprint })
    expect([stale.status, stale.body.type]).toEqual([409, 'urn:groei:problem:changed-meanwhile'])
    expect((await done('sanne')).body.frozenAt).not.toBeNull()
  })

  test('private and unshared texts appear in no pack and no exported file', async () => {
    const other = await tenant.as('milan')(
      'PUT',
      `/api/conversations/${conversation.id}/commitments/${crypto.randomUUID()}`,
      commitment({ ifThen: secret.unshared }),
    )
    expect(other.status).toBe(200)
    const all = (await read('sanne')).candidates.map(({ item }) => item.id)
    for (const user of ['sanne', 'milan']) for (const item of all) await choose(user, item)
    const open = await read('milan')
    for (const user of ['sanne', 'milan']) await done(user)
    const { body: file } = await tenant.as('milan')<ReviewFile>('GET', `/api/reviews/${review.id}/export`)
    expect(file).toMatchObject({ format: 'groei-review', formatVersion: 1 })
    expect(file.frozenAt).not.toBeNull()
    expect(file.pack).toEqual((await read('sanne')).pack)
    const said = JSON.stringify([open, file])
    expect(said).toContain(goal)
    for (const text of Object.values(secret)) expect(said).not.toContain(text)
    // The other steps of the conversation whose goal was shared: from its check-in to its will.
    for (const text of [
      'Rust in de week',
      'Nu is het er nul',
      'Blokken in de agenda',
      'Ik begin met blokken',
    ])
      expect(said).not.toContain(text)
    for (const field of ['reflection', 'rating', 'talked', 'preparation', 'notes'])
      expect(said).not.toContain(field)
  })

  const wrong: [string, string, string, unknown][] = [
    ['no period', 'POST', 'reviews', {}],
    ['a day that is none', 'POST', 'reviews', { from: '2026-02-30', to: '2026-06-30' }],
    ['backwards', 'POST', 'reviews', { from: '2026-06-30', to: '2026-06-29' }],
    ['three years', 'POST', 'reviews', { from: '2023-06-29', to: '2026-06-30' }],
    ['somebody else’s part', 'PUT', 'choices', { item: 'rhythm', chosen: true, role: 'coach' }],
    ['a path for an item', 'PUT', 'choices', { item: 'rhythm.x', chosen: true }],
    ['an operator for an item', 'PUT', 'choices', { item: '$set', chosen: true }],
    ['a choice that is none', 'PUT', 'choices', { item: 'rhythm', chosen: 'yes' }],
    ['2001 signs', 'PUT', 'text', { text: 'x'.repeat(2001), revision: 0 }],
    ['no revision', 'PUT', 'text', { text: 'x' }],
    ['done with nothing', 'PUT', 'ready', { ready: true }],
    ['done with no words', 'PUT', 'ready', { ready: 'yes' }],
  ]
  test('a malformed request is refused and changes nothing', async () => {
    const before = await read('milan')
    for (const [what, method, part, body] of wrong) {
      const path = method === 'POST' ? `/api/pairs/${pairId}/${part}` : `/api/reviews/${review.id}/${part}`
      const refused = await tenant.as('milan')(method, path, body)
      expect([what, refused.status, refused.body.type]).toEqual([
        what,
        400,
        'urn:groei:problem:invalid-request',
      ])
    }
    expect(await read('milan')).toEqual(before)
  })

  test('an item that does not exist cannot be chosen', async () => {
    for (const item of [`goal-${crypto.randomUUID()}`, `commitment-${conversation.id}`, 'scale-will-scale'])
      expect([item, (await choose('milan', item)).status]).toEqual([item, 404])
  })

  test('a person outside the pair is answered 404, and one of another tenant 401', async () => {
    const routes: [string, string, object | undefined][] = [
      ['GET', `/api/pairs/${pairId}/reviews`, undefined],
      ['POST', `/api/pairs/${pairId}/reviews`, period()],
      ['GET', `/api/reviews/${review.id}`, undefined],
      ['PUT', `/api/reviews/${review.id}/choices`, { item: 'rhythm', chosen: true }],
      ['PUT', `/api/reviews/${review.id}/text`, { text: 'x', revision: 0 }],
      ['PUT', `/api/reviews/${review.id}/ready`, { ready: false }],
      ['GET', `/api/reviews/${review.id}/export`, undefined],
    ]
    const eva = await tenant.token('eva@elsewhere.example', 'api')
    for (const [method, path, body] of routes) {
      // Noor is an admin.
      for (const stranger of ['tom', 'noor', 'aylin']) {
        const answer = await tenant.as(stranger)(method, path, body)
        expect([path, stranger, answer.status]).toEqual([path, stranger, 404])
      }
      expect((await tenant.request(path, { method, token: eva, body })).status).toBe(401)
    }
    expect((await read('sanne')).revision).toBe(1)
  })
})
