import { nodeAt, UndeclaredField, type Node } from './declaration.ts'

type Fields = Record<string, unknown>

/**
 * A filter as the database gets it. `remains`: some of it is about content, which the database cannot read, so the whole
 * filter is to be tested on what was opened; `about`: the fields of which that was.
 */
export type StoredFilter = { filter: Fields; remains: boolean; about: string[] }

/** Where the keyed hashes of a document stand. */
export const hashesAt = 'hashed'

type Hash = (path: string, value: string) => Promise<string>

const isOperators = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype

/** A query may ask for a field that no document of this collection has, as one of all collections does. */
function askedAt(root: Node, path: string): Node {
  try {
    return nodeAt(root, path)
  } catch (error) {
    if (error instanceof UndeclaredField) return { kind: 'clear', why: 'nothing stands there' }
    throw error
  }
}

/** Is this about what is there in clear, such as that something is there at all? */
function isInClear(node: Node, condition: unknown): boolean {
  if (node.kind === 'clear') return true
  if (node.kind === 'content') return false
  if (node.parts.size === 0 || condition === null) return true
  if (!isOperators(condition)) return false
  return Object.entries(condition).every(([operator, value]) => {
    if (operator === '$exists' || operator === '$size') return true
    if (operator === '$ne' || operator === '$eq') return value === null
    if (operator === '$elemMatch')
      return Object.entries(value as Fields).every(([path, one]) => isInClear(askedAt(node, path), one))
    return false
  })
}

async function hashedCondition(path: string, condition: unknown, hash: Hash): Promise<unknown> {
  if (typeof condition === 'string') return hash(path, condition)
  if (condition === null) return null
  const all = isOperators(condition) ? condition['$in'] : undefined
  if (!Array.isArray(all)) return undefined
  return { $in: await Promise.all(all.map((one) => (one === null ? null : hash(path, String(one))))) }
}

/** Asks the database for what is in clear, and for hashes in place of what is hashed. @throws KeysUnavailable */
export async function storedFilter(root: Node, filter: Fields, hash: Hash): Promise<StoredFilter> {
  const stored: StoredFilter = { filter: {}, remains: false, about: [] }
  for (const [path, condition] of Object.entries(filter)) {
    if (path.startsWith('$')) {
      const clauses = (condition as Fields[]).flatMap((one) => Object.entries(one))
      const inside = clauses.filter(([at, one]) => at.startsWith('$') || !isInClear(askedAt(root, at), one))
      if (inside.length === 0) stored.filter[path] = condition
      else keep(inside.map(([at]) => at))
      continue
    }
    const node = askedAt(root, path)
    if (isInClear(node, condition)) stored.filter[path] = condition
    else {
      const hashed =
        node.kind === 'content' && node.hashed ? await hashedCondition(path, condition, hash) : undefined
      if (hashed === undefined) keep([path])
      else stored.filter[`${hashesAt}.${path}`] = hashed
    }
  }
  function keep(paths: string[]): void {
    stored.remains = true
    stored.about.push(...paths.filter((path) => !path.startsWith('$')))
  }
  return stored
}
