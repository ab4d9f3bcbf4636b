import type { Binary } from 'mongodb'
import type { CollectionSpec, Document } from '../database/collection.ts'
import type { Owner } from './sealing.ts'

/**
 * A field as its collection declares it. `clear: …` says why everybody who has the database may read it. `content` is sealed
 * with the rest of the document's content; `content:part` in a part of its own, for what is written by itself. `hashed` is
 * content by which documents are found, with a keyed hash beside it.
 */
type Clear = `clear: ${string}`
export type Leaf = 'content' | `content:${string}` | 'hashed' | Clear

type Scalar = string | number | boolean | Date | Binary | null | undefined
/** Without names of its own: a value, several, or values by free names. */
type IsPlain<V> = [V] extends [Scalar]
  ? true
  : [NonNullable<V>] extends [readonly (infer E)[]]
    ? IsPlain<E>
    : string extends keyof NonNullable<V>
      ? IsPlain<NonNullable<V>[string]>
      : false

/**
 * `$each` stands for every name; `$part` is the part that `content` below is in. `$marked`: a part that cannot be opened
 * reads as `lost`, and the rest of the document does not depend on it.
 */
type Below = { $part?: string; $marked?: true }
type Nested<V> = V extends Scalar
  ? never
  : V extends readonly (infer E)[]
    ? Nested<E>
    : V extends object
      ? (Below & { [K in Exclude<keyof V, 'lost'>]-?: Field<V[K]> }) | (Below & { $each: Field<V[keyof V]> })
      : never

export type Field<V> =
  Exclude<Leaf, Clear> | (IsPlain<V> extends true ? Clear : never) | Nested<NonNullable<V>>

/** The declaration of every field of a document. One that is new and not declared does not compile. */
export type Fields<T extends Document> = Below & { [K in Exclude<keyof T, '_id' | 'lost'>]-?: Field<T[K]> }

/**
 * A text that lies sealed as a feature sealed it by itself, before all content was. `at`: the path of `sealed` and
 * `keyVersion`, '' for the document itself; `place`: outside it the text does not open; `read`: its fields.
 */
export type Earlier = { at: string; place(document: never): string; read(text: string): object }

/** @property owner of what is sealed, where it is not the pair or the person that the document names */
export type SealedSpec<T extends Document> = CollectionSpec<T> & {
  fields: Fields<T>
  owner?: (document: T) => Owner
  earlier?: Earlier[]
}

export type Node =
  | { kind: 'clear'; why: string }
  | { kind: 'content'; part: string; hashed: boolean }
  | { kind: 'mixed'; fields: Map<string, Node>; each: Node | null; parts: ReadonlySet<string> }

/** A part of a document's content that is sealed by itself. `leaves`: the paths of all that is in it. */
export type Part = { name: string; leaves: string[]; hashed: string[]; markedAt: string | null }
export type Declaration = { root: Extract<Node, { kind: 'mixed' }>; parts: Part[] }

/** A collection keeps something that it does not declare, so that nobody decided whether it is sealed. */
export class UndeclaredField extends Error {
  override name = 'UndeclaredField'
}

export const partsOf = (node: Node): ReadonlySet<string> =>
  node.kind === 'mixed' ? node.parts : new Set(node.kind === 'content' ? [node.part] : [])

/** The name of the part that is not named. */
const usual = 'content'

/** @throws UndeclaredField when there is no declaration */
export function readDeclaration({ name, fields }: { name: string; fields?: object }): Declaration {
  if (!fields) throw new UndeclaredField(`${name} declares no fields.`)
  const parts = new Map<string, Part>()
  const partOf = (called: string): Part => {
    const there = parts.get(called) ?? { name: called, leaves: [], hashed: [], markedAt: null }
    parts.set(called, there)
    return there
  }
  function leaf(said: string, path: string, within: string): Node {
    if (said.startsWith('clear: ')) return { kind: 'clear', why: said.slice('clear: '.length) }
    const [kind, called = within] = said.split(':')
    const part = partOf(called)
    part.leaves.push(path)
    if (kind === 'hashed') part.hashed.push(path)
    return { kind: 'content', part: called, hashed: kind === 'hashed' }
  }
  function read(given: object | string, path: string, around: string): Node {
    if (typeof given === 'string') return leaf(given, path, around)
    const { $part = around, $marked, $each, ...own } = given as Below & Record<string, object | string>
    const below = (key: string) => (path ? `${path}.${key}` : key)
    const named = new Map(Object.entries(own).map(([key, one]) => [key, read(one, below(key), $part)]))
    const each = $each ? read($each as object | string, path, $part) : null
    if ($marked) partOf($part).markedAt = path
    const all = [...named.values(), ...(each ? [each] : [])].flatMap((one) => [...partsOf(one)])
    return { kind: 'mixed', fields: named, each, parts: new Set(all) }
  }
  const root = read(fields, '', usual)
  if (root.kind !== 'mixed') throw new UndeclaredField(`${name} declares no fields.`)
  root.fields.set('_id', { kind: 'clear', why: 'an id, derived or random' })
  return { root, parts: [...parts.values()] }
}

const isPosition = (name: string): boolean => /^(\d+|\$.*)$/.test(name)

/** The path without positions in arrays. */
export const withoutPositions = (path: string): string =>
  path
    .split('.')
    .filter((name) => !isPosition(name))
    .join('.')

/** The declaration of what is at a path; below a leaf that of the leaf. @throws UndeclaredField */
export function nodeAt(root: Node, path: string): Node {
  let node = root
  for (const name of path.split('.')) {
    if (node.kind !== 'mixed') return node
    const below = node.fields.get(name) ?? node.each
    if (below) node = below
    else if (!isPosition(name)) throw new UndeclaredField(`The field ${path} is not declared.`)
  }
  return node
}

/** Content that is there, or cannot be opened any more. */
export type Readable<Content> = (Content & { lost?: undefined }) | (Partial<Content> & { lost: true })
