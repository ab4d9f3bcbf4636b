import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { specs } from './collections.ts'
import { MyData } from './contract/my-data.ts'
import type { CollectionSpec, Document } from './database/collection.ts'
import { UndeclaredField, type SealedSpec } from './sealing/declaration.ts'
import { fieldRows } from './sealing/fields-table.ts'
import { storedSpec } from './sealing/stored-spec.ts'

/** The names of all fields of an export, however deep. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, items, anyOf = [] } = schema as Parts
  const own = Object.entries(properties).flatMap(([name, one]) => [name, ...fieldsOf(one)])
  return [...own, ...fieldsOf(items), ...anyOf.flatMap(fieldsOf)]
}
type Parts = { properties?: Record<string, unknown>; items?: unknown; anyOf?: unknown[] }

const all = Object.entries(specs as Record<string, SealedSpec<Document>>)

describe('collections', () => {
  test('a part of the export that a collection names is there', () => {
    const fields = new Set(fieldsOf(MyData))
    const named = all.flatMap(([name, { scope }]) =>
      scope.exportedAs && !fields.has(scope.exportedAs) ? [`${name}: ${scope.exportedAs}`] : [],
    )
    expect(named).toEqual([])
  })

  test('every field of every collection is declared, and nothing is found by content in clear', () => {
    for (const [, spec] of all) expect(() => storedSpec(spec)).not.toThrow()
    const none = { name: 'none', scope: { of: 'other' }, indexes: [] }
    // @ts-expect-error It does not say of its fields whether they are sealed.
    const undeclared: SealedSpec<{ _id: string; text: string }> = none
    expect(() => storedSpec(undeclared)).toThrow(UndeclaredField)
    const half: SealedSpec<{ _id: string; text: string; other: { at: Date; text: string } }> = {
      name: 'half',
      scope: { of: 'other' },
      indexes: [{ text: 1 }],
      // @ts-expect-error A field is missing, further down.
      fields: { text: 'content', other: { text: 'content' } },
    }
    expect(() => storedSpec(half)).toThrow('sealed and not hashed')
  })

  test('docs/security.md says of every field how it is stored, and why in clear', () => {
    const page = readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8')
    const [, section = ''] = page.split('## Every stored field')
    const rows = section
      .split('\n## ')[0]!
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
      .slice(2)
    expect(rows).toEqual(fieldRows(all.map(([, spec]) => spec)))
  })

  test('personal data that declares nothing is refused', () => {
    type ScopeOfPairs = CollectionSpec<{ _id: string; pairId: string }>['scope']
    type ScopeOfPersons = CollectionSpec<{ _id: string; oid: string }>['scope']
    const declared: [ScopeOfPairs, ScopeOfPersons] = [
      { of: 'pair', exportedAs: 'conversations' },
      { of: 'person', exportedAs: 'me' },
    ]
    // @ts-expect-error It is a pair's, and says that it is nobody's.
    declared[0] = { of: 'other' }
    // @ts-expect-error It does not say where it is exported.
    declared[0] = { of: 'pair' }
    // @ts-expect-error It is a person's, and says that it is the tenant's.
    declared[1] = { of: 'tenant' }
    expect(declared).toHaveLength(2)
  })
})
