import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askDeletion, readableFor } from './deletion.ts'

const now = new Date('2026-06-02T08:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000)

describe('deletion of a pair', () => {
  test('a first request takes effect at once for the person asking and after thirty days for the other', () => {
    const asked = askDeletion(undefined, 'coach', true, now)
    expect(asked).toEqual({ askedBy: ['coach'], due: later(30), next: now })
  })

  test('a request by the second person makes the deletion due at once', () => {
    const first = askDeletion(undefined, 'coach', true, now)
    expect(askDeletion(first, 'employee', true, later(3))).toEqual({
      askedBy: ['coach', 'employee'],
      due: later(3),
      next: later(3),
    })
  })

  test('a request is due at once when the other person never opened Groei', () => {
    expect(askDeletion(undefined, 'employee', false, now).due).toEqual(now)
  })

  test('repeated requests never postpone the deletion beyond thirty days after the first request', () => {
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
})
