import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditActions, type AuditAction, type AuditWho } from '../contract/audit.ts'
import { coalescedId } from './coalesce.ts'

const id = (
  what: AuditAction,
  at: string,
  {
    who = 'coach',
    conversation = 't',
    about,
  }: { who?: AuditWho; conversation?: string; about?: string } = {},
) =>
  coalescedId(what, {
    tenantId: 'o',
    pairId: 'p',
    who,
    conversation: { id: conversation, start: new Date(0) },
    at: new Date(at),
    ...(about ? { about } : {}),
  })

describe('coalescing of audit log entries', () => {
  test('reads share an entry only when the clock hour, person, conversation and action are the same', () => {
    const first = id('opened', '2026-06-02T10:00:00Z')
    expect(id('opened', '2026-06-02T10:59:59Z')).toBe(first)
    expect(id('opened', '2026-06-02T11:00:00Z')).not.toBe(first)
    expect(id('opened', '2026-06-02T10:00:00Z', { who: 'employee' })).not.toBe(first)
    expect(id('opened', '2026-06-02T10:00:00Z', { conversation: 'u' })).not.toBe(first)
    expect(id('changed-notes', '2026-06-02T10:00:00Z')).not.toBe(first)
  })

  test('changes within one hour share an entry only when they are about the same item', () => {
    const at = '2026-06-02T10:00:00Z'
    for (const what of ['changed-commitment', 'followed-up', 'answered-scale', 'changed-review'] as const) {
      expect(id(what, at, { about: 'one' })).not.toBe(id(what, at, { about: 'other' }))
      expect(id(what, at, { about: 'one' })).toBe(id(what, '2026-06-02T10:30:00Z', { about: 'one' }))
    }
  })

  test('reading the open commitments is logged once a day', () => {
    const first = id('read-commitments', '2026-06-02T10:00:00Z')
    expect(id('read-commitments', '2026-06-02T23:59:59Z')).toBe(first)
    expect(id('read-commitments', '2026-06-03T00:00:00Z')).not.toBe(first)
  })

  test('joining a pair is logged only once', () => {
    expect(id('joined-pair', '2026-06-02T10:00:00Z')).toBe(id('joined-pair', '2028-06-02T10:00:00Z'))
  })

  test('sharing or taking back a preparation, removing a commitment and ending a pair are never coalesced', () => {
    for (const what of [
      'shared-preparation',
      'took-back-preparation',
      'removed-commitment',
      'ended',
    ] as const)
      expect(id(what, '2026-06-02T10:00:00Z')).toBeNull()
  })

  test('acts that differ in action, person, conversation or item never share an entry', () => {
    const act = fc.record({
      what: fc.constantFrom(...auditActions),
      who: fc.constantFrom<AuditWho>('coach', 'employee', 'admin'),
      conversation: fc.constantFrom('t', 'u'),
      about: fc.constantFrom('one', 'other'),
    })
    fc.assert(
      fc.property(act, act, ({ what, ...one }, { what: otherwise, ...other }) => {
        const at = '2026-06-02T10:00:00Z'
        const [x, y] = [id(what, at, one), id(otherwise, at, other)]
        const same = JSON.stringify([what, one]) === JSON.stringify([otherwise, other])
        return x === null || y === null || (x === y) === same
      }),
    )
  })
})
