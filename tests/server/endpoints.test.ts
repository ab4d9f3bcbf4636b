import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Endpoint } from '../../server/contract/endpoint.ts'
import { TemplateFile } from '../../server/contract/template.ts'
import { testIn } from '../support/test.ts'

const test = testIn()

const contract = join(import.meta.dirname, '../../server/contract')
const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'response' in value

/** All that the contract exports, by the name under which it does. */
async function endpointsOfContract(): Promise<[string, Endpoint][]> {
  const files = readdirSync(contract).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const modules: object[] = await Promise.all(files.map((name) => import(join(contract, name))))
  return modules.flatMap((one) =>
    Object.entries(one).filter((each): each is [string, Endpoint] => isEndpoint(each[1])),
  )
}

const routeOf = ({ method, path }: Endpoint) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  items?: Schema
  maxItems?: number
  maxLength?: number
  pattern?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  additionalProperties?: boolean
} & Partial<Record<'anyOf' | 'oneOf' | 'allOf', Schema[]>>
type Operation = {
  parameters?: { name: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** A pattern for the whole text in which nothing may come again and again. */
const isShort = (pattern = '*') => /^\^[^*+]*\$$/.test(pattern)

/** The places in a schema where somebody may put as much as they like. */
function* unboundedIn(schema: Schema, at: string): Generator<string> {
  const { type, properties = {}, patternProperties = {}, items, anyOf, oneOf, allOf } = schema
  const choices = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])]
  for (const one of choices) yield* unboundedIn(one, at)
  for (const [name, one] of Object.entries({ ...properties, ...patternProperties }))
    yield* unboundedIn(one, `${at}/${name}`)
  if (items) yield* unboundedIn(items, `${at}/*`)
  const isFixed = schema.enum !== undefined || schema.const !== undefined
  const isOpen =
    (type === 'string' &&
      !isFixed &&
      schema.maxLength === undefined &&
      !schema.format &&
      !isShort(schema.pattern)) ||
    (type === 'array' && schema.maxItems === undefined) ||
    (type === 'object' && schema.additionalProperties !== false) ||
    (type === undefined && !isFixed && choices.length === 0)
  if (isOpen) yield at
}

describe('endpoints of the contract', () => {
  test('every text and list that a request may hold has a bound, and nothing else may be in it', async ({
    tenant,
  }) => {
    const { body } = await tenant.request<{ paths: Record<string, Record<string, Operation>> }>(
      '/api/openapi.json',
    )
    const open = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]) =>
        [
          ...parameters.map(({ name, schema }) => [name, schema] as const),
          ...Object.values(requestBody?.content ?? {}).map(({ schema }) => ['body', schema] as const),
        ].flatMap(([name, schema]) => [...unboundedIn(schema, `${method} ${path} ${name}`)]),
      ),
    )
    // A template is checked by its own schema (`server/template/check.ts`). The words of its questions are not kept, but put
    // there anew (`server/template/team-questions.ts`).
    const ofTemplate = [...unboundedIn(TemplateFile as Schema, 'file')]
    expect(ofTemplate.filter((at) => !at.startsWith('file/template/questions/*/'))).toEqual([])
    expect(open.sort()).toEqual([
      'post /api/templates/import body',
      'put /api/templates/{templateId}/draft body/template',
    ])
  })

  test('the routes of the app are the endpoints of the contract, no more and no fewer', async ({
    tenant,
  }) => {
    const { body } = await tenant.request<{ paths: Record<string, object> }>('/api/openapi.json')
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const endpoints = await endpointsOfContract()
    expect(endpoints.length).toBeGreaterThan(70)
    expect(endpoints.map(([, one]) => routeOf(one)).sort()).toEqual(routes.sort())
  })
})
