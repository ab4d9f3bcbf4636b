import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditActions } from '../contract/audit.ts'
import { entryId } from './coalesce.ts'

const id = (
  what: (typeof auditActions)[number],
  at: string,
  who: 'coach' | 'employee' = 'coach',
  talk = 't',
) => entryId(what, 'p', who, talk, new Date(at), `${what} ${at}`)

test('reading the same talk again within the hour is one entry; another hour, person or talk is another', () => {
  const first = id('opened', '2026-06-02T10:00:00Z')
  expect(id('opened', '2026-06-02T10:59:59Z')).toBe(first)
  expect(id('opened', '2026-06-02T11:00:00Z')).not.toBe(first)
  expect(id('opened', '2026-06-02T10:00:00Z', 'employee')).not.toBe(first)
  expect(id('opened', '2026-06-02T10:00:00Z', 'coach', 'u')).not.toBe(first)
  expect(id('changed-notes', '2026-06-02T10:00:00Z')).not.toBe(first)
})

test('sharing, taking back and sharing again are told each', () => {
  for (const what of ['shared-preparation', 'took-back-preparation', 'removed-commitment', 'ended'] as const)
    expect(id(what, '2026-06-02T10:00:00Z')).not.toBe(id(what, '2026-06-02T10:00:01Z'))
})

test('no two actions are ever taken for one', () => {
  const action = fc.constantFrom(...auditActions)
  fc.assert(
    fc.property(action, action, fc.uuid(), fc.uuid(), (one, other, a, b) => {
      const at = new Date('2026-06-02T10:00:00Z')
      const [x, y] = [entryId(one, 'p', 'coach', 't', at, a), entryId(other, 'p', 'coach', 't', at, b)]
      return one === other || a === b || x !== y
    }),
  )
})
