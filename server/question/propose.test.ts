import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedTemplates } from '../content/library.ts'
import { questions as library } from '../content/questions.ts'
import { depths, type FoundQuestion } from '../contract/question.ts'
import { propose } from './propose.ts'
import type { Situation } from './situation.ts'

const all: FoundQuestion[] = library.map((one) => ({ ...one, source: 'library', favourite: false }))
const steps = shippedTemplates.flatMap((template) => template.steps)
const grow = shippedTemplates[0]!
const step = (id: string) => grow.steps.find((one) => one.id === id)!
const quiet: Omit<Situation, 'step'> = {
  limit: 4,
  isClosed: false,
  questions: all,
  lately: [],
  asked: [],
  answered: [],
  open: { count: 0, comesBack: 0 },
  conversations: 0,
}
const own = (more: Partial<FoundQuestion> = {}): FoundQuestion => ({
  ...all[0]!,
  kind: 'open',
  source: 'team',
  phases: ['reality'],
  depth: 'deep',
  ...more,
  id: more.id ?? 'own-1',
})
const ids = (situation: Situation) => propose(situation).map((one) => one.id)
const picked = (where: string, ...questions: string[]) =>
  questions.map((question) => ({ question, step: where }))

const someIds = fc.subarray(library.map((one) => one.id))
const situations: fc.Arbitrary<Situation> = fc.record({
  step: fc.constantFrom(...steps),
  limit: fc.integer({ min: 3, max: 5 }),
  isClosed: fc.boolean(),
  questions: someIds.map((favourites) => [
    ...all.map((one) => ({ ...one, favourite: favourites.includes(one.id) })),
    own(),
    own({ id: 'own-2', source: 'mine', phases: ['goal', 'will'] }),
  ]),
  lately: fc.array(fc.record({ asked: someIds, shown: someIds }), { maxLength: 3 }),
  asked: fc
    .record({ where: fc.constantFrom('goal', 'will', 'focus'), some: someIds })
    .map(({ where, some }) => picked(where, ...some)),
  answered: someIds,
  open: fc.record({ count: fc.nat(5), comesBack: fc.nat(6) }),
  conversations: fc.nat(20),
})

describe('proposed questions of a step', () => {
  test('the proposal of any step holds all picked questions, is filled up to the limit and is deterministic', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const proposed = ids(situation)
        const here = situation.asked.filter((one) => one.step === situation.step.id)
        expect(proposed).toEqual(expect.arrayContaining(here.map(({ question }) => question)))
        expect(proposed.length).toBeGreaterThanOrEqual(3)
        expect(proposed.length).toBeLessThanOrEqual(Math.max(situation.limit, here.length))
        expect(new Set(proposed).size).toBe(proposed.length)
        expect(ids(situation)).toEqual(proposed)
      }),
    )
  })

  test('every proposed question fits the step by its phase, by the template or by being picked', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const phase = situation.step.phase ?? situation.step.kind
        for (const one of propose(situation))
          expect(
            one.asked ||
              situation.step.questions.includes(one.id) ||
              (one.phases as string[]).includes(phase),
            `${one.id} in ${situation.step.id}`,
          ).toBe(true)
      }),
    )
  })

  test('a favourite question is proposed first', () => {
    const questions = all.map((one) => ({ ...one, favourite: one.id === 'reality-feel' }))
    expect(propose({ ...quiet, questions, step: step('reality') })[0]).toMatchObject({
      id: 'reality-feel',
      why: 'favourite',
    })
  })

  test('picked questions are all proposed, even beyond the limit and beside the step’s own scales', () => {
    const many = ['check-in-glad', 'focus-open', 'goal-day', 'goal-enough', 'options-free', 'will-no']
    const asked = picked('goal', ...many)
    expect(ids({ ...quiet, step: step('goal'), asked }).sort()).toEqual([...many].sort())
    const three = ids({ ...quiet, step: step('goal'), asked: asked.slice(0, 3) })
    expect(three).toHaveLength(4)
    expect(three).toEqual(expect.arrayContaining([...many.slice(0, 3), 'goal-scale']))
  })

  test('the step’s own scale question is proposed in every conversation, within the limit', () => {
    const again = { asked: ['goal-scale'], shown: ['goal-scale'] }
    for (const limit of [3, 4, 5]) {
      const proposed = ids({ ...quiet, limit, step: step('goal'), lately: [again, again, again] })
      expect(proposed).toContain('goal-scale')
      expect(proposed).toHaveLength(limit)
    }
  })

  test('an answered scale question stays in the steps where it fits', () => {
    const mine = own({ id: 'own-scale', kind: 'scale', source: 'library', depth: 'deep', phases: ['goal'] })
    const questions = [...all, mine]
    expect(ids({ ...quiet, questions, step: step('goal') })).not.toContain('own-scale')
    const answered = ['own-scale']
    expect(ids({ ...quiet, questions, answered, step: step('goal') })).toContain('own-scale')
    expect(ids({ ...quiet, questions, answered, step: step('will') })).not.toContain('own-scale')
  })

  test('recent questions come last: the latest conversation after earlier ones, asked after shown', () => {
    const goal = step('goal')
    const questions = all.filter((one) => goal.questions.includes(one.id) && one.kind === 'open')
    const order = (...lately: [asked: string[], shown: string[]][]) =>
      ids({
        ...quiet,
        step: goal,
        questions,
        limit: 4,
        lately: lately.map(([asked, shown]) => ({ asked, shown })),
      })
    expect(order()).toEqual(['goal-good', 'goal-see', 'goal-yours', 'goal-matter'])
    expect(order([['goal-good'], ['goal-see']]).slice(2)).toEqual(['goal-see', 'goal-good'])
    expect(order([[], ['goal-good']], [[], ['goal-see', 'goal-yours']])).toEqual([
      'goal-matter',
      'goal-see',
      'goal-yours',
      'goal-good',
    ])
  })

  test('a favourite question is proposed again until it is asked', () => {
    const questions = all.map((one) => ({ ...one, favourite: one.id === 'goal-day' }))
    const of = (asked: string[]) =>
      ids({ ...quiet, questions, step: step('goal'), lately: [{ asked, shown: ['goal-day'] }] })
    expect(of([])[0]).toBe('goal-day')
    expect(of(['goal-day'])).not.toContain('goal-day')
  })

  /** The questions that a pair sees in a step in successive conversations, when nobody picks any. */
  function conversationAfterConversation(id: string, conversations: number): FoundQuestion[][] {
    const shown: FoundQuestion[][] = []
    for (let at = 0; at < conversations; at += 1) {
      const lately = shown
        .slice(-3)
        .reverse()
        .map((seen) => ({ asked: [], shown: seen.map((one) => one.id) }))
      shown.push(propose({ ...quiet, step: step(id), lately, conversations: at }))
    }
    return shown
  }

  test.each(['check-in', 'focus', 'goal', 'reality', 'options', 'will'])(
    'a pair that never picks gets new questions each time and template ones every second time: %s',
    (id) => {
      const shown = conversationAfterConversation(id, 10)
      const open = shown.map((one) => one.filter(({ kind }) => kind === 'open').map((each) => each.id))
      for (const [at, now] of open.entries()) {
        expect(now.filter((each) => open[at - 1]?.includes(each))).toEqual([])
        const two = [...now, ...(open[at + 1] ?? step(id).questions)]
        expect(two.some((each) => step(id).questions.includes(each))).toBe(true)
      }
      expect(new Set(open.flat()).size).toBeGreaterThanOrEqual(8)
    },
  )

  test('proposed questions get deeper as a pair has more conversations, also in the template’s own steps', () => {
    const deep = (id: string, conversations: number) =>
      propose({ ...quiet, step: step(id), conversations }).reduce(
        (sum, one) => sum + depths.indexOf(one.depth),
        0,
      )
    for (const id of ['check-in', 'focus', 'goal', 'reality', 'options', 'will']) {
      const [first, third, ninth] = [deep(id, 0), deep(id, 3), deep(id, 9)] as const
      expect([first < third || first < ninth, first <= third, third <= ninth], id).toEqual([true, true, true])
    }
    const bare = { ...step('reality'), questions: [] }
    const depth = (conversations: number) =>
      new Set(propose({ ...quiet, step: bare, limit: 4, conversations }).map((one) => one.depth))
    expect([depth(0), depth(3), depth(9)]).toEqual([
      new Set(['light']),
      new Set(['middle']),
      new Set(['deep']),
    ])
  })

  test('a question picked in this step keeps its position, and one picked in another step goes to the end', () => {
    const lately = [{ asked: ['will-choose'], shown: ['will-soon'] }]
    for (const at of [0, 1, 2, 3]) {
      const before = ids({ ...quiet, step: step('will'), lately })
      const asked = picked('will', before[at]!)
      const here = propose({ ...quiet, step: step('will'), lately, asked })
      expect(here.map((one) => one.id)).toEqual(before)
      expect(here.filter((one) => one.asked).map((one) => one.id)).toEqual([before[at]])
    }
    const [first] = ids({ ...quiet, step: step('will') })
    expect(ids({ ...quiet, step: step('will'), asked: picked('goal', first!) })).not.toContain(first)
  })

  test('an open commitment gives one place to a question about ownership, marked with that reason', () => {
    const open = { count: 1, comesBack: 1 }
    for (const id of ['check-in', 'focus', 'goal', 'reality', 'options', 'will'])
      for (const limit of [3, 4, 5]) {
        const proposed = propose({ ...quiet, limit, step: step(id), open })
        const because = proposed.filter((one) => one.why === 'open-commitment')
        expect(because.length, id).toBeLessThanOrEqual(1)
        for (const one of because) {
          expect(one.theme).toBe('ownership')
          expect(step(id).questions).not.toContain(one.id)
        }
      }
    expect(propose({ ...quiet, step: step('focus'), open })).toContainEqual(
      expect.objectContaining({ id: 'focus-open', why: 'open-commitment' }),
    )
    const will = propose({ ...quiet, step: step('will'), open })
    expect(will.map((one) => one.why).sort()).toEqual(['open-commitment', 'template', 'template', 'template'])
  })

  test('a commitment that comes back for the third time puts a question about blockers first', () => {
    const first = (comesBack: number, id = 'follow-up') =>
      propose({ ...quiet, step: step(id), open: { count: 1, comesBack } })[0]
    expect(first(2)?.why).not.toBe('comes-back')
    expect(first(3)).toMatchObject({ why: 'comes-back' })
    expect(first(3)?.phases).toContain('blockers')
  })

  test('questions of the team and of a person get a place beside the template’s own questions', () => {
    const questions = [...all, own()]
    const proposed = propose({ ...quiet, step: step('reality'), questions, limit: 3 })
    expect(proposed.map((one) => one.id)).toEqual(['reality-happens', 'reality-scale', 'own-1'])
    const light = own({ depth: 'light' })
    const bare = { ...step('reality'), questions: [] }
    expect(ids({ ...quiet, step: bare, questions: [...all, light] })[0]).toBe('own-1')
  })

  test('a closed question set gives no place to other questions, except to picked ones', () => {
    const loved = all.map((one) => ({ ...one, favourite: one.id === 'reality-feel' }))
    const closed: Situation = {
      ...quiet,
      isClosed: true,
      step: step('reality'),
      questions: [...loved, own(), own({ id: 'own-2', source: 'mine' })],
      open: { count: 2, comesBack: 5 },
      conversations: 9,
    }
    for (const limit of [3, 4, 5])
      for (const id of ids({ ...closed, limit })) expect(step('reality').questions).toContain(id)
    expect(ids({ ...closed, limit: 5 }).sort()).toEqual([...step('reality').questions].sort())
    // A question that somebody picked is listed all the same.
    expect(ids({ ...closed, asked: picked('reality', 'own-2') })).toContain('own-2')
    // A step that names too few is filled, but from the library alone.
    const bare = { ...step('reality'), questions: ['reality-tried'] }
    const filled = ids({ ...closed, step: bare })
    expect(filled).toHaveLength(4)
    for (const id of ['own-1', 'own-2']) expect(filled).not.toContain(id)
  })
})
