import type { TSchema } from 'typebox'

/** A value that a schema allows, and every value in it by its path. */
export type Filled = { value: unknown; leaves: Map<string, string> }

type Shape = {
  anyOf?: Shape[]
  const?: unknown
  enum?: unknown[]
  type?: string
  format?: string
  items?: Shape
  properties?: Record<string, Shape>
}

/**
 * Fills every field of a schema, the optional ones too, with a text, day, moment or number that occurs nowhere
 * else: a field that is added later is filled as well. `from` keeps several fillings apart.
 */
export function filled(schema: TSchema, from: number): Filled {
  const leaves = new Map<string, string>()
  let count = from
  const leaf = <Value>(path: string, value: Value): Value => {
    leaves.set(path, String(value))
    return value
  }
  const text = (format: string | undefined, at: number): string => {
    const moment = new Date(Date.UTC(2031, 0, 1) + at * 25 * 60 * 60 * 1000).toISOString()
    if (format === 'date-time') return moment
    if (format === 'date') return moment.slice(0, 10)
    if (format === 'uuid') return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
    // In letters, so that it may be an id too.
    return `secret-${[...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}-end`
  }
  const fill = (shape: Shape, path: string): unknown => {
    if ('const' in shape) return shape.const
    if (shape.enum) return shape.enum[0]
    if (shape.anyOf) return fill(shape.anyOf.find((one) => one.type !== 'null') ?? {}, path)
    // One of a list of known words, which are no person's.
    if (shape.type === 'array' && shape.items?.enum) return [shape.items.enum[0]]
    if (shape.type === 'array') return [0, 1].map((index) => fill(shape.items ?? {}, `${path}.${index}`))
    if (shape.type === 'object') {
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, one]) => [name, fill(one, `${path}.${name}`)]),
      )
    }
    if (shape.type === 'boolean') return true
    count += 1
    if (shape.type === 'string') return leaf(path, text(shape.format, count))
    if (shape.type === 'integer' || shape.type === 'number') return leaf(path, 900_000 + count)
    throw new Error(`${path}: nothing fills ${JSON.stringify(shape)}`)
  }
  return { value: fill(schema as Shape, ''), leaves }
}
