import type { CollectionSpec, Document, Index } from '../database/collection.ts'
import { nodeAt, readDeclaration, type SealedSpec } from './declaration.ts'
import { hashesAt } from './sealed-filter.ts'
import { fieldOf } from './sealed-parts.ts'

/**
 * The declaration as the engine gets it: with hashes in place of what is hashed, and indexes for sealing anew.
 * @throws Error when something is to be found by content, and UndeclaredField
 */
export function storedSpec<T extends Document>(spec: SealedSpec<T>): CollectionSpec<T> {
  const { root, parts } = readDeclaration(spec)
  const stored = (path: string): string => {
    const node = nodeAt(root, path)
    if (node.kind !== 'content') return path
    if (!node.hashed) throw new Error(`${spec.name} has an index on ${path}, which is sealed and not hashed.`)
    return `${hashesAt}.${path}`
  }
  const indexes = spec.indexes.map((index): Index =>
    Object.fromEntries(Object.entries(index).map(([path, way]) => [stored(path), way])),
  )
  const byKey = parts.map((part): Index => ({
    [`${fieldOf(part)}.keyVersion`]: 1,
    [`${fieldOf(part)}.tenantId`]: 1,
  }))
  return { ...spec, indexes: [...indexes, ...byKey] }
}
