import { describe, expect, test } from 'vitest'
import { specs } from './collections.ts'
import { MyData } from './contract/my-data.ts'
import type { CollectionSpec, Document } from './database/collection.ts'

/** The names of all fields of an export, however deep. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, items, anyOf = [] } = schema as Parts
  const own = Object.entries(properties).flatMap(([name, one]) => [name, ...fieldsOf(one)])
  return [...own, ...fieldsOf(items), ...anyOf.flatMap(fieldsOf)]
}
type Parts = { properties?: Record<string, unknown>; items?: unknown; anyOf?: unknown[] }

const all = Object.entries(specs as Record<string, CollectionSpec<Document>>)

describe('collections', () => {
  test('a part of the export that a collection names is there', () => {
    const fields = new Set(fieldsOf(MyData))
    const named = all.flatMap(([name, { scope }]) =>
      scope.exportedAs && !fields.has(scope.exportedAs) ? [`${name}: ${scope.exportedAs}`] : [],
    )
    expect(named).toEqual([])
  })

  test('what can be found by the version of its key is declared as sealed, and the other way round', () => {
    const indexed = all.flatMap(([name, { indexes }]) =>
      indexes.flatMap((index) => Object.keys(index).map((field) => `${name}.${field}`)),
    )
    const declared = all.flatMap(([name, { sealed = [] }]) =>
      sealed.map(({ field }) => [name, ...(field ? [field] : []), 'keyVersion'].join('.')),
    )
    expect(declared.length).toBeGreaterThan(5)
    expect(declared.sort()).toEqual(indexed.filter((one) => one.endsWith('.keyVersion')).sort())
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
