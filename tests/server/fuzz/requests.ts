import fc from 'fast-check'
import type { Operation } from './operations.ts'
import { fitting, hostileText, spoilt } from './values.ts'

export type FuzzedRequest = {
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  /** As it goes over the wire; none when absent. */
  payload?: string
}

const json = { 'content-type': 'application/json' }
const polluted = [
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"a":{"__proto__":[]},"revision":0}',
]
const broken = ['', '{', '{"a":', 'null', '[]', '"text"', '{"a":1}}', '\u0000', '[1,', '{"a":"\\ud800"}']
const nested = ['['.repeat(30_000), '{"a":'.repeat(8000), `${'['.repeat(20_000)}${']'.repeat(20_000)}`]

/** Bodies that no client of ours would send: text under some name of a type. */
const strange = fc.record({
  payload: fc.oneof(fc.constantFrom(...broken, ...polluted, ...nested), fc.string({ maxLength: 200 })),
  headers: fc.constantFrom<Record<string, string>>(
    json,
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/xml' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-type': ';;;' },
    {},
  ),
})

const strangeHeaders = fc.constantFrom<Record<string, string>>(
  {},
  {},
  { 'accept-language': 'x'.repeat(2000) },
  { 'accept-language': 'nl-NL,<script>' },
  { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'evil.example' },
  { 'x-http-method-override': 'DELETE' },
  { accept: 'text/html' },
  { 'content-encoding': 'gzip' },
  { origin: 'https://evil.example' },
  { 'if-none-match': '*', range: 'bytes=0-1' },
)

/** Requests of one operation: that fit it, nearly fit it, or do not at all. */
export function requestsOf(operation: Operation, ids: string[]): fc.Arbitrary<FuzzedRequest> {
  const part = (where: string) =>
    fc.record(
      Object.fromEntries(
        operation.parameters
          .filter((one) => one.in === where)
          .map(({ name, schema }) => [
            name,
            fc.oneof({ arbitrary: fitting(schema, ids), weight: 6 }, { arbitrary: hostileText, weight: 1 }),
          ]),
      ),
    ) as fc.Arbitrary<Record<string, string>>
  const { body } = operation
  const fits = fitting(body ?? {}, ids)
  const typed = (value: unknown) => ({ payload: JSON.stringify(value), headers: json })
  const bodies: fc.Arbitrary<{ payload?: string; headers: Record<string, string> }> = body
    ? fc.oneof(
        { arbitrary: fits.map(typed), weight: 4 },
        { arbitrary: spoilt(fits).map(typed), weight: 5 },
        { arbitrary: strange, weight: 2 },
      )
    : fc.oneof({ arbitrary: fc.constant({ headers: {} }), weight: 8 }, { arbitrary: strange, weight: 1 })
  return fc
    .tuple(part('path'), part('query'), fc.option(fc.tuple(hostileText, hostileText)), bodies, strangeHeaders)
    .map(([path, query, extra, sent, headers]) => ({
      path: operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => segment(String(path[name]))),
      query: { ...query, ...(extra ? { [extra[0]]: extra[1] } : {}) },
      headers: { ...headers, ...sent.headers },
      ...(sent.payload === undefined ? {} : { payload: sent.payload }),
    }))
}

/** A lone surrogate cannot stand in a URL at all. */
const segment = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80')
