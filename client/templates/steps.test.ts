import fc from 'fast-check'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { TemplateId, type Step } from '../../server/contract/template.ts'
import { idFrom, mayMove, moved, withStep } from './steps.ts'

const step = (id: string, kind: Step['kind']): Step => ({
  id,
  kind,
  title: { nl: id, en: id },
  hint: { nl: id, en: id },
  minutes: 1,
  inSummary: false,
  questions: [],
})

test('up and down change two places, and nothing at the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})

test('a title becomes a name', () => {
  expect(idFrom('Loopbaan: één jaar verder!', [], 'template')).toBe('loopbaan-een-jaar-verder')
  expect(idFrom('2026', [], 'template')).toBe('template')
  expect(idFrom('Career', ['career', 'career-a'], 'template')).toBe('career-b')
})

test('whatever the title is, the name is one that the contract takes, and not taken', () => {
  const few = fc.array(fc.constantFrom('a', 'a-a', 'template'), { maxLength: 3 })
  fc.assert(
    fc.property(fc.string({ maxLength: 80, unit: 'grapheme' }), few, (title, taken) => {
      const id = idFrom(title, taken, 'template')
      expect(Value.Check(TemplateId, id), id).toBe(true)
      expect(taken).not.toContain(id)
    }),
  )
})

test('no move takes the follow-up from where a talk opens; one that brings it back is offered', () => {
  const steps = [
    step('prepare', 'preparation'),
    step('look-back', 'follow-up'),
    step('talk', 'notes'),
    step('agree', 'commitments'),
  ]
  const ways = (list: Step[]) => list.map((_one, at) => [mayMove(list, at, -1), mayMove(list, at, 1)])
  expect(ways(steps)).toEqual([
    [false, false],
    [false, false],
    [false, true],
    [true, false],
  ])
  expect(ways(moved(steps, 1, 1))[2]).toEqual([true, true])
})

test('a new step comes before the commitments, under a name of its own', () => {
  const steps = [step('follow-up', 'follow-up'), step('commitments', 'commitments')]
  const title = { nl: 'Nieuw', en: 'New' }
  const twice = withStep(withStep(steps, title), title)
  expect(twice.map(({ id }) => id)).toEqual(['follow-up', 'step', 'step-a', 'commitments'])
})
