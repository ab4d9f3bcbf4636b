import { nodeAt, partsOf, withoutPositions, type Declaration, type Node, type Part } from './declaration.ts'
import { pick, strip, valueAt } from './split.ts'

type Fields = Record<string, unknown>
type Entry = { operator: string; path: string; value: unknown; node: Node }

/**
 * An update, by what it does to sealed parts. `touched`: the parts of which it changes something; `replaced`: those of them
 * that it replaces whole, whatever they held.
 */
export type ReadUpdate = { entries: Entry[]; touched: Part[]; replaced: Set<Part> }

/** @throws UndeclaredField */
export function readUpdate({ root, parts }: Declaration, update: Fields): ReadUpdate {
  const entries = Object.entries(update).flatMap(([operator, fields]) =>
    Object.entries(fields as Fields)
      .filter(([, value]) => value !== undefined)
      .map(([path, value]) => ({ operator, path, value, node: nodeAt(root, path) })),
  )
  for (const { operator, value, node } of entries)
    if (operator === '$set' || operator === '$setOnInsert') strip(node, value)
  const names = new Set(entries.filter(isTouching).flatMap(({ node }) => [...partsOf(node)]))
  const touched = parts.filter(({ name }) => names.has(name))
  const wholes = entries.filter(
    ({ operator, path }) => (operator === '$set' || operator === '$unset') && withoutPositions(path) === path,
  )
  const isReplaced = (leaf: string) => wholes.some(({ path }) => `${leaf}.`.startsWith(`${path}.`))
  return { entries, touched, replaced: new Set(touched.filter(({ leaves }) => leaves.every(isReplaced))) }
}

/** One more element without any content leaves the content of the others where it is. */
function isTouching({ operator, value, node }: Entry): boolean {
  if (operator === '$setOnInsert' || node.kind === 'clear') return false
  const isOneMore = operator === '$push' && node.kind === 'mixed' && !hasOperators(value)
  return !isOneMore || [...partsOf(node)].some((part) => pick(node, value, part) !== undefined)
}
const hasOperators = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.keys(value).some((name) => name.startsWith('$'))

function put(update: Record<string, Fields>, operator: string, path: string, value: unknown): void {
  update[operator] = { ...update[operator], [path]: value }
}

/**
 * The update in clear, when nothing that is sealed now is needed for it.
 * @param wasUnsealed the document may still hold content in clear: it goes with what replaces it
 */
export function inClear({ entries }: ReadUpdate, wasUnsealed: boolean): Record<string, Fields> {
  const update: Record<string, Fields> = {}
  for (const { operator, path, value, node } of entries) {
    const isSet = operator === '$set' || operator === '$setOnInsert'
    const left = isSet ? strip(node, value) : value
    if (left !== undefined && (isSet || node.kind !== 'content')) put(update, operator, path, left)
    else if (operator !== '$setOnInsert' && wasUnsealed) put(update, '$unset', path, '')
  }
  return update
}

/**
 * The update in clear of a document that was read. What depends on what it held is set as it is afterwards, so it must
 * still hold that: `guard` says where.
 */
export function inClearAfter(
  { entries }: ReadUpdate,
  stored: object,
  after: object,
): { update: Record<string, Fields>; guard: Fields } {
  const update: Record<string, Fields> = {}
  const guard: Fields = {}
  for (const { operator, path, value, node } of entries) {
    if (operator === '$setOnInsert' || node.kind === 'content') continue
    if (node.kind === 'clear' || node.parts.size === 0 || operator === '$unset')
      put(update, operator, path, value)
    else if (operator === '$set') put(update, '$set', path, strip(node, value))
    else {
      guard[path] = valueAt(stored, path) ?? null
      const left = strip(node, valueAt(after, path))
      if (left === undefined) put(update, '$unset', path, '')
      else put(update, '$set', path, left)
    }
  }
  return { update, guard }
}
