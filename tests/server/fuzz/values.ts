import fc from 'fast-check'
import type { Schema } from './operations.ts'

const deep = (depth: number): unknown => {
  let value: unknown = 'onderin'
  for (let at = 0; at < depth; at += 1) value = at % 2 ? [value] : { a: value }
  return value
}

/** Texts that some part of the server could take for something else than a text. */
const hostileTexts = [
  '',
  ' ',
  '$where',
  '$ne',
  '__proto__',
  'constructor',
  'toString',
  '.',
  '..',
  '../../me',
  '..%2f..%2fme',
  "' || '1'=='1",
  '"; return true; //',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'javascript:alert(1)',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  '\u0000',
  '\ud800',
  '\u202e\u200b\ufeff',
  '👩‍👩‍👧‍👦'.repeat(20),
  '%00',
  '%',
  '%E0%A4%A',
  '\r\nset-cookie: a=b',
  'x'.repeat(600),
  'é'.repeat(5000),
]
export const hostileText = fc.constantFrom(...hostileTexts)

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: hostileText, weight: 3 },
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    [[]],
    { $ne: '' },
    { $gt: '' },
    { $where: 'sleep(1000)' },
    { $regex: '.*' },
    { length: 1e9 },
    { toString: 'x', toJSON: 'x' },
    'x'.repeat(70_000),
    deep(500),
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Values that fit a schema, or nearly; `ids` stand in where it wants one. */
export function fitting(schema: Schema, ids: string[]): fc.Arbitrary<unknown> {
  const { type, anyOf, items, properties } = schema
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (anyOf) return fc.oneof(...anyOf.map((one) => fitting(one, ids)))
  switch (type) {
    case 'string':
      return text(schema, ids)
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 3 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(fitting(items ?? {}, ids), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      })
    case 'object': {
      const required = schema.required ?? []
      return fc.record(
        Object.fromEntries(Object.entries(properties ?? {}).map(([name, one]) => [name, fitting(one, ids)])),
        { requiredKeys: required },
      )
    }
    default:
      return fc.jsonValue({ maxDepth: 3 })
  }
}

function text({ pattern, format, minLength = 0, maxLength = 40 }: Schema, ids: string[]) {
  if (format === 'uuid') return fc.constantFrom(...ids)
  if (format === 'date')
    return fc.constantFrom('2026-06-08', '2024-02-29', '0000-01-01', '9999-12-31', '2026-02-30')
  if (format === 'date-time')
    return fc.constantFrom(
      '2026-06-08T10:00:00Z',
      '2026-06-08T10:00:00.000+14:00',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:60Z',
    )
  if (format === 'uri') return fc.constantFrom('https://teams.microsoft.com/l/meetup-join/x', 'http://[::1]/')
  if (pattern === '\\S')
    return fc.string({ minLength: 1, maxLength: Math.min(maxLength, 40), unit: 'grapheme' })
  if (pattern)
    return fc.oneof(
      fc.stringMatching(new RegExp(pattern)),
      fc.constantFrom('constructor', 'grow', 'goal', 'goal-scale', 'will-scale'),
    )
  return fc.oneof(fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'grapheme' }), hostileText)
}

/** The same value with one thing in it that does not belong. */
export function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(value, fc.nat(), fc.constantFrom('replace', 'drop', 'add'), hostileValue, hostileText)
    .map(([whole, at, how, hostile, name]) => {
      if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return hostile
      const keys = Object.keys(whole)
      const key = keys[at % (keys.length || 1)] ?? 'a'
      const rest = Object.entries(whole)
      if (how === 'drop') return Object.fromEntries(rest.filter(([one]) => one !== key))
      return Object.fromEntries([...rest, [how === 'add' ? name : key, hostile]])
    })
}
