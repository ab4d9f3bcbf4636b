import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Endpoint } from '../../server/contract/endpoint.ts'
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

describe('endpoints of the contract', () => {
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
