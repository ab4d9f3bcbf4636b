import { describe, expect, test } from 'vitest'
import { standing } from './standing.ts'
import type { Proposal } from './useProposals.ts'

const proposal = (id: string, more: Partial<Proposal> = {}): Proposal => ({
  id,
  kind: 'open',
  text: { nl: id, en: id },
  purpose: { nl: id, en: id },
  theme: 'problem',
  phases: ['goal'],
  depth: 'light',
  source: 'library',
  favourite: false,
  why: 'phase',
  asked: false,
  ...more,
})
const ids = (all: Proposal[]) => all.map((one) => one.id).join(' ')
const some = [proposal('a'), proposal('b'), proposal('s', { kind: 'scale' })]
const chosen = [proposal('a'), proposal('b', { asked: true }), proposal('s', { kind: 'scale' })]

describe('open and folded question proposals', () => {
  test('all proposals are open until a question is picked here or enough are picked elsewhere', () => {
    const { open, folded } = standing({ questions: some, picked: 4 }, false)
    expect([ids(open), ids(folded)]).toEqual(['a b s', ''])
  })

  test('other proposals except scales fold once a question is picked here or enough are picked elsewhere', () => {
    const here = standing({ questions: chosen, picked: 1 }, false)
    expect([ids(here.open), ids(here.folded)]).toEqual(['b s', 'a'])
    const elsewhere = standing({ questions: some, picked: 5 }, false)
    expect([ids(elsewhere.open), ids(elsewhere.folded)]).toEqual(['s', 'a b'])
  })

  test('a pair that ended sees only the picked questions and the scales', () => {
    const { open, folded } = standing({ questions: chosen, picked: 1 }, true)
    expect([ids(open), ids(folded)]).toEqual(['b s', ''])
  })
})
