import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askDeletion, readableFor } from './deletion.ts'

const now = new Date('2026-06-02T08:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000)

test('who asks is out at once; the other reads for thirty days', () => {
  const asked = askDeletion(undefined, 'coach', true, now)
  expect(asked).toEqual({ askedBy: ['coach'], due: later(30), next: now })
})

test('when the other asks too it goes at once', () => {
  const first = askDeletion(undefined, 'coach', true, now)
  expect(askDeletion(first, 'employee', true, later(3))).toEqual({
    askedBy: ['coach', 'employee'],
    due: later(3),
    next: later(3),
  })
})

test('where the other never opened Groei nobody is left to read it', () => {
  expect(askDeletion(undefined, 'employee', false, now).due).toEqual(now)
})

test('asking again never moves the day, and nobody waits longer than thirty days', () => {
  const role = fc.constantFrom('coach' as const, 'employee' as const)
  fc.assert(
    fc.property(fc.array(fc.tuple(role, fc.nat(29)), { minLength: 1 }), (asks) => {
      const days = asks.map(([, day]) => day).sort((a, b) => a - b)
      let deletion = askDeletion(undefined, asks[0]![0], true, later(days[0]!))
      const due = deletion.due
      for (const [at, [by]] of asks.entries()) deletion = askDeletion(deletion, by, true, later(days[at]!))
      const both = new Set(asks.map(([by]) => by)).size === 2
      return both ? deletion.due <= due : deletion.due.getTime() === later(days[0]!).getTime() + readableFor
    }),
  )
})
