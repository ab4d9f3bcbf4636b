import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { grow } from '../../server/content/templates/grow.ts'
import { TemplateId, type Step } from '../../server/contract/template.ts'
import { copyOf, idFrom, mayMove, moved, withStep } from './steps.ts'

const step = (id: string, kind: Step['kind']): Step => ({
  id,
  kind,
  title: { nl: id, en: id },
  hint: { nl: id, en: id },
  minutes: 1,
  inSummary: false,
  questions: [],
})

describe('steps in the template editor', () => {
  test('moving an item swaps it with its neighbour and does nothing at either end of the list', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })

  test('an id is made from the letters of a title and skips ids that are taken', () => {
    expect(idFrom('Loopbaan: één jaar verder!', [], 'template')).toBe('loopbaan-een-jaar-verder')
    expect(idFrom('2026', [], 'template')).toBe('template')
    expect(idFrom('Career', ['career', 'career-a'], 'template')).toBe('career-b')
  })

  test('an id made from any title is valid in the contract and not yet taken', () => {
    const few = fc.array(fc.constantFrom('a', 'a-a', 'template'), { maxLength: 3 })
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'grapheme' }), few, (title, taken) => {
        const id = idFrom(title, taken, 'template')
        expect(Value.Check(TemplateId, id), id).toBe(true)
        expect(taken).not.toContain(id)
      }),
    )
  })

  test('a step may move only when the follow-up keeps or regains its place at the opening of the conversation', () => {
    const steps = [
      step('prepare', 'preparation'),
      step('look-back', 'follow-up'),
      step('conversation', 'notes'),
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

  test('a new step is added before the commitments with an id of its own', () => {
    const steps = [step('follow-up', 'follow-up'), step('commitments', 'commitments')]
    const title = { nl: 'Nieuw', en: 'New' }
    const twice = withStep(withStep(steps, title), title)
    expect(twice.map(({ id }) => id)).toEqual(['follow-up', 'step', 'step-a', 'commitments'])
  })
})

describe('a copy of a template', () => {
  test('it says in both languages that it is one, within the room for a title, under a name of its own', () => {
    const long = { ...grow, title: { nl: 'Kort', en: 'x'.repeat(60) } }
    const copy = copyOf(long, { nl: 'kopie', en: 'copy' }, [])
    expect(copy.title.nl).toBe('Kort (kopie)')
    expect(copy.title.en).toMatch(/^x{53} \(copy\)$/)
    expect(copyOf(grow, { nl: 'kopie', en: 'copy' }, ['grow', 'grow-conversation-copy']).id).toBe(
      'grow-conversation-copy-a',
    )
  })
})
