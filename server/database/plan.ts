import { UnservedQueryError } from './errors.ts'
import type { CollectionSpec, Document, Index, Sort } from './collection.ts'

/** The condition of a query on one field: some values, or a range. */
export type Bound =
  | { kind: 'points'; values: unknown[] }
  | { kind: 'range'; from?: unknown; fromOpen?: boolean; to?: unknown; toOpen?: boolean }

/** An index and how much of it the query uses: points on the leading fields, then at most one range. */
export type Plan = { index: Index; points: unknown[][]; range: Extract<Bound, { kind: 'range' }> | null }

export const idIndex: Index = { _id: 1 }

/** The indexes of a collection with the one that every collection has. */
const indexesOf = (spec: { indexes: Index[] }): Index[] => [idIndex, ...spec.indexes]

const operators = ['$lt', '$lte', '$gt', '$gte']

function boundOf(condition: unknown): Bound | null {
  const plain =
    condition !== null &&
    typeof condition === 'object' &&
    Object.getPrototypeOf(condition) === Object.prototype
  if (!plain) return { kind: 'points', values: [condition] }
  const asked = condition as Record<string, unknown>
  if ('$eq' in asked) return { kind: 'points', values: [asked['$eq']] }
  if (Array.isArray(asked['$in'])) return { kind: 'points', values: asked['$in'] }
  if (!operators.some((operator) => operator in asked)) return null
  const from = asked['$gte'] ?? asked['$gt']
  const to = asked['$lte'] ?? asked['$lt']
  return { kind: 'range', from, fromOpen: '$gt' in asked, to, toOpen: '$lt' in asked }
}

function planOn(index: Index, filter: Record<string, unknown>, sort: Sort): Plan | null {
  const fields = Object.keys(index)
  const points: unknown[][] = []
  for (const field of fields) {
    const bound = field in filter ? boundOf(filter[field]) : null
    if (bound?.kind !== 'points') break
    points.push(bound.values)
  }
  const next = fields[points.length]
  const bound = next !== undefined && next in filter ? boundOf(filter[next]) : null
  const range = bound?.kind === 'range' ? bound : null
  if (points.length === 0 && !range) return null
  // A sort is served when it follows the fields that are fixed, or when they leave one document at most.
  const wanted = Object.keys(sort)
  const rest = fields.slice(points.length)
  const whole = points.length === fields.length && index === idIndex
  const sorted =
    whole || wanted.every((field, place) => rest[place] === field || fields.indexOf(field) in points)
  return sorted ? { index, points, range } : null
}

/**
 * `list.1.owner` finds by position here and there, and on MongoDB also what has no field named `1` in an element: `null`
 * then matches a place that is taken (MongoDB, path_test.cpp, ArrayIndexNested1). `$elemMatch` means one thing everywhere.
 */
function refuseArrayPositions(collection: string, filter: unknown): void {
  if (Array.isArray(filter)) return filter.forEach((one) => refuseArrayPositions(collection, one))
  if (filter === null || typeof filter !== 'object' || Object.getPrototypeOf(filter) !== Object.prototype)
    return
  for (const [path, condition] of Object.entries(filter)) {
    if (/(^|\.)\d+(\.|$)/.test(path))
      throw new UnservedQueryError(`A query on ${collection} asks for ${path}: use $elemMatch.`)
    refuseArrayPositions(collection, condition)
  }
}

/**
 * The declared index that serves a query best: most fields fixed, then a range. MongoDB's rule of prefixes
 * (manual, "Compound Indexes"): equality first, then one range or the sort.
 * @throws UnservedQueryError when none does: no request or worker may scan a collection; and for a filter by array position
 */
export function plan<T extends Document>(
  spec: CollectionSpec<T>,
  filter: Record<string, unknown>,
  sort: Sort = {},
): Plan {
  refuseArrayPositions(spec.name, filter)
  const plans = indexesOf(spec).flatMap((index) => planOn(index, filter, sort) ?? [])
  const worth = (one: Plan) => one.points.length * 2 + (one.range ? 1 : 0) + (one.index === idIndex ? 0.5 : 0)
  const best = plans.sort((a, b) => worth(b) - worth(a))[0]
  if (best) return best
  const declared = indexesOf(spec).map((index) => Object.keys(index).join('+'))
  throw new UnservedQueryError(
    `No index of ${spec.name} serves a query on ${Object.keys(filter).join(', ') || 'nothing'}` +
      ` sorted by ${Object.keys(sort).join(', ') || 'nothing'}; it has ${declared.join(', ')}.`,
  )
}
