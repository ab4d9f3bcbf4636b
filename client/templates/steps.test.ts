import fc from 'fast-check'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { TemplateId, type Step } from '../../server/contract/template.ts'
import { idFrom, moved, withStep } from './steps.ts'

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

test('a new step comes before the commitments, under a name of its own', () => {
  const step = (id: string, kind: Step['kind']): Step => ({
    id,
    kind,
    title: { nl: id, en: id },
    hint: { nl: id, en: id },
    minutes: 1,
    inSummary: false,
    questions: [],
  })
  const steps = [step('follow-up', 'follow-up'), step('commitments', 'commitments')]
  const title = { nl: 'Nieuw', en: 'New' }
  const twice = withStep(withStep(steps, title), title)
  expect(twice.map(({ id }) => id)).toEqual(['follow-up', 'step', 'step-a', 'commitments'])
})
