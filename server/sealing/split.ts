import { UndeclaredField, partsOf, type Node } from './declaration.ts'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype

/** Set on reading, and never stored. */
const isForReading = (name: string) => name === 'lost'

function below(node: Extract<Node, { kind: 'mixed' }>, name: string): Node {
  const found = node.fields.get(name) ?? node.each
  if (!found) throw new UndeclaredField(`The field ${name} is not declared.`)
  return found
}

/** The part of a value that stays in clear; undefined: nothing. @throws UndeclaredField */
export function strip(node: Node, value: unknown): unknown {
  if (node.kind === 'clear') return value
  if (node.kind === 'content') return undefined
  if (Array.isArray(value)) return value.map((one) => strip(node, one))
  if (!isFields(value)) return value
  const kept: Fields = {}
  for (const [name, one] of Object.entries(value)) {
    if (one === undefined || isForReading(name)) continue
    const left = strip(below(node, name), one)
    if (left !== undefined) kept[name] = left
  }
  return kept
}

/** The part of a value that is sealed in one part; undefined: nothing. Elements of an array keep their places. */
export function pick(node: Node, value: unknown, part: string): unknown {
  if (node.kind === 'content') return node.part === part ? value : undefined
  if (node.kind === 'clear' || !node.parts.has(part)) return undefined
  if (Array.isArray(value)) {
    const picked = value.map((one) => pick(node, one, part) ?? null)
    return picked.some((one) => one !== null) ? picked : undefined
  }
  if (!isFields(value)) return undefined
  const picked: Fields = {}
  for (const [name, one] of Object.entries(value)) {
    if (one === undefined || isForReading(name)) continue
    const taken = pick(below(node, name), one, part)
    if (taken !== undefined) picked[name] = taken
  }
  return Object.keys(picked).length > 0 ? picked : undefined
}

/** Puts what was sealed back to where it was. What stands in clear is left out when it is of the part. */
export function merge(node: Node, clear: unknown, content: unknown, part: string): unknown {
  if (node.kind === 'content') return node.part === part ? content : clear
  if (node.kind === 'clear' || !node.parts.has(part)) return clear
  if (Array.isArray(clear)) {
    const all = Array.isArray(content) ? content : []
    return clear.map((one, at) => merge(node, one, all[at], part))
  }
  const said = isFields(content) ? content : {}
  const stands = clear === undefined && content !== undefined ? {} : clear
  if (!isFields(stands)) return clear
  const merged: Fields = { ...stands }
  const names = new Set([...Object.keys(said), ...Object.keys(stands)])
  for (const name of names) {
    const one = node.fields.get(name) ?? node.each
    if (!one || !partsOf(one).has(part)) continue
    const together = merge(one, stands[name], said[name], part)
    if (together === undefined) delete merged[name]
    else merged[name] = together
  }
  return merged
}

/** The value at a path; undefined where the path leads nowhere. */
export const valueAt = (document: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, name) => (at !== null && typeof at === 'object' ? (at as Fields)[name] : undefined),
      document,
    )

/** A document with this value at a path, and what is beside it unchanged. */
export function withAt(document: Fields, path: string, value: unknown): Fields {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...document, [first]: value }
  const inner = document[first]
  return { ...document, [first]: withAt(isFields(inner) ? inner : {}, rest.join('.'), value) }
}

/** The values at a path, those of all elements where arrays are on the way; null where there is none. */
export function valuesAt(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => valuesAt(one, path))
  if (path === '') return [value ?? null]
  const [first = '', ...rest] = path.split('.')
  return valuesAt(isFields(value) ? value[first] : undefined, rest.join('.'))
}
