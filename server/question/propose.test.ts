import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedTemplates } from '../content/library.ts'
import { questions as library } from '../content/questions.ts'
import { growV1 } from '../content/templates/grow-v1.ts'
import type { FoundQuestion } from '../contract/question.ts'
import { propose, type Situation } from './propose.ts'

const all: FoundQuestion[] = library.map((one) => ({ ...one, source: 'library', favourite: false }))
const steps = [growV1, ...shippedTemplates].flatMap((template) => template.steps)
const grow = shippedTemplates[0]!
const step = (id: string) => grow.steps.find((one) => one.id === id)!
const quiet: Omit<Situation, 'step'> = {
  limit: 4,
  questions: all,
  lately: [],
  asked: [],
  open: { count: 0, comesBack: 0 },
  talks: 0,
}
const ids = (situation: Situation) => propose(situation).map((one) => one.id)

const someIds = fc.subarray(library.map((one) => one.id))
const situations: fc.Arbitrary<Situation> = fc.record({
  step: fc.constantFrom(...steps),
  limit: fc.integer({ min: 3, max: 5 }),
  questions: someIds.map((favourites) =>
    all.map((one) => ({ ...one, favourite: favourites.includes(one.id) })),
  ),
  lately: fc.array(someIds, { maxLength: 3 }),
  asked: someIds.map((asked) => asked.map((question) => ({ question, step: 'goal' }))),
  open: fc.record({ count: fc.nat(5), comesBack: fc.nat(6) }),
  talks: fc.nat(20),
})

test('three to five for every step of every template, none twice, the same each time', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const proposed = ids(situation)
      expect(proposed.length).toBeGreaterThanOrEqual(3)
      expect(proposed.length).toBeLessThanOrEqual(situation.limit)
      expect(new Set(proposed).size).toBe(proposed.length)
      expect(ids(situation)).toEqual(proposed)
    }),
  )
})

test('each proposal fits the step: by its part of the talk, or because the template names it', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const phase = situation.step.phase ?? situation.step.kind
      for (const one of propose(situation))
        expect(
          situation.step.questions.includes(one.id) || (one.phases as string[]).includes(phase),
          `${one.id} in ${situation.step.id}`,
        ).toBe(true)
    }),
  )
})

test('the template’s own come first, in its order; then what fits the part of the talk', () => {
  const proposed = propose({ ...quiet, step: step('focus'), limit: 5 })
  expect(proposed.slice(0, 3).map((one) => one.id)).toEqual(step('focus').questions)
  expect(proposed.map((one) => one.why)).toEqual(['template', 'template', 'template', 'phase', 'phase'])
})

test('a favourite goes before', () => {
  const questions = all.map((one) => ({ ...one, favourite: one.id === 'reality-feel' }))
  expect(propose({ ...quiet, questions, step: step('reality') })[0]).toMatchObject({
    id: 'reality-feel',
    why: 'favourite',
  })
})

test('what was asked lately comes last: the last talk’s after the one before', () => {
  const goal = step('goal')
  expect(ids({ ...quiet, step: goal, lately: [['goal-good', 'goal-see']] }).slice(0, 2)).toEqual([
    'goal-matter',
    'goal-yours',
  ])
  const questions = all.filter((one) => goal.questions.includes(one.id))
  const lately = [['goal-good'], ['goal-see'], ['goal-matter', 'goal-good']]
  expect(ids({ ...quiet, step: goal, questions, limit: 5, lately })).toEqual([
    'goal-yours',
    'goal-scale',
    'goal-matter',
    'goal-see',
    'goal-good',
  ])
})

test('what was picked in this step stays where it is; picked in another it goes to the end', () => {
  const before = ids({ ...quiet, step: step('will') })
  const asked = [{ question: before[0]!, step: 'will' }]
  const here = propose({ ...quiet, step: step('will'), asked })
  expect(here.map((one) => one.id)).toEqual(before)
  expect(here.map((one) => one.asked)).toEqual([true, false, false, false])
  expect(
    ids({ ...quiet, step: step('will'), asked: [{ question: before[0]!, step: 'goal' }] }),
  ).not.toContain(before[0])
})

test('an open commitment keeps a place for what is in one’s own hands', () => {
  const open = { count: 1, comesBack: 1 }
  for (const id of ['check-in', 'focus', 'goal', 'will']) {
    const proposed = propose({ ...quiet, step: step(id), open })
    expect(
      proposed.some((one) => one.theme === 'ownership'),
      id,
    ).toBe(true)
  }
  expect(propose({ ...quiet, step: step('focus'), open }).at(-1)).toMatchObject({
    id: 'focus-open',
    why: 'open-commitment',
  })
})

test('the third time that something comes back, what is in the way comes first', () => {
  const first = (comesBack: number) =>
    propose({ ...quiet, step: step('follow-up'), open: { count: 1, comesBack } })[0]
  expect(first(2)?.why).not.toBe('comes-back')
  expect(first(3)).toMatchObject({ why: 'comes-back' })
  expect(first(3)?.phases).toContain('blockers')
})

test('the more often two have talked, the deeper it may go', () => {
  const bare = { ...step('reality'), questions: [] }
  const depth = (talks: number) =>
    new Set(propose({ ...quiet, step: bare, limit: 4, talks }).map((one) => one.depth))
  expect([depth(0), depth(3), depth(9)]).toEqual([new Set(['light']), new Set(['middle']), new Set(['deep'])])
})

test('the team’s and one’s own go before the library’s, and have a place beside the template’s own', () => {
  const mine: FoundQuestion = { ...all[0]!, id: 'own-1', source: 'team', phases: ['reality'], depth: 'deep' }
  const questions = [...all, mine]
  expect(ids({ ...quiet, step: { ...step('reality'), questions: [] }, questions })[0]).toBe('own-1')
  expect(ids({ ...quiet, step: step('reality'), questions, limit: 3 })).toEqual([
    'reality-happens',
    'reality-tried',
    'own-1',
  ])
})
