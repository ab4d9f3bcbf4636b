import { expect, test } from 'vitest'
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

test('as long as nothing is picked, all stand', () => {
  const { open, folded } = standing({ questions: some, picked: 4 }, false)
  expect([ids(open), ids(folded)]).toEqual(['a b s', ''])
})

test('once something is picked here, or enough elsewhere, the others fold; scales stand', () => {
  const here = standing({ questions: chosen, picked: 1 }, false)
  expect([ids(here.open), ids(here.folded)]).toEqual(['b s', 'a'])
  const elsewhere = standing({ questions: some, picked: 5 }, false)
  expect([ids(elsewhere.open), ids(elsewhere.folded)]).toEqual(['s', 'a b'])
})

test('of a pair that ended only what was picked and the scales are read', () => {
  const { open, folded } = standing({ questions: chosen, picked: 1 }, true)
  expect([ids(open), ids(folded)]).toEqual(['b s', ''])
})
