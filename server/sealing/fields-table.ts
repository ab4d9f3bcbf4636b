import type { Document } from '../database/collection.ts'
import { readDeclaration, type Node, type SealedSpec } from './declaration.ts'

type Row = [collection: string, how: string, fields: string]

/** Every field below, with its path. `*` stands for any name. */
function* leavesOf(node: Node, path: string): Generator<[string, Exclude<Node, { kind: 'mixed' }>]> {
  if (node.kind !== 'mixed') {
    yield [path, node]
    return
  }
  const below = (name: string) => (path ? `${path}.${name}` : name)
  for (const [name, one] of node.fields) yield* leavesOf(one, below(name))
  if (node.each) yield* leavesOf(node.each, below('*'))
}

const howOf = (node: Exclude<Node, { kind: 'mixed' }>): string => {
  if (node.kind === 'clear') return `clear: ${node.why}`
  return node.hashed ? '**sealed**, found by hash' : '**sealed**'
}

/** How each field of these collections is stored: rows of collection, how, and the fields. */
export function fieldRows(specs: SealedSpec<Document>[]): Row[] {
  return specs.flatMap((spec) => {
    const all = [...leavesOf(readDeclaration(spec).root, '')].filter(([path]) => path !== '_id')
    const ways = Map.groupBy(all, ([, node]) => howOf(node))
    return [...ways]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([how, leaves]): Row => [spec.name, how, leaves.map(([path]) => `\`${path}\``).join(', ')])
  })
}
