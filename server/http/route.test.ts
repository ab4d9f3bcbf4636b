import Fastify from 'fastify'
import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { endpoint } from '../contract/endpoint.ts'
import { Strict } from '../contract/shape.ts'
import { problems, Refused } from '../plugins/problems.ts'
import { route, type Gate } from './route.ts'

const putThing = endpoint('PUT /api/things/:id', {
  params: { id: Type.String({ maxLength: 3 }) },
  query: Strict({ as: Type.Optional(Type.Literal('new')) }),
  body: Strict({ name: Type.String() }),
  response: Strict({ named: Type.String() }),
  status: 201,
})
const deleteThing = endpoint('DELETE /api/things', { response: Type.Null() })

const open: Gate = { preHandler: async () => undefined }
const closed: Gate = {
  preHandler: async () => {
    throw new Refused('not-found')
  },
}

function serverBehind(gate: Gate) {
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } })
  void app.register(problems)
  route(app, putThing, gate, async ({ params, body }) => ({ named: `${params.id}: ${body.name}` }))
  route(app, deleteThing, gate, async () => {})
  return app
}
const put = (url: string, payload: object) => serverBehind(open).inject({ method: 'PUT', url, payload })

describe('route', () => {
  test('takes and answers what the endpoint says', async () => {
    const answer = await put('/api/things/one?as=new', { name: 'Book' })
    expect([answer.statusCode, answer.json()]).toEqual([201, { named: 'one: Book' }])
    const empty = await serverBehind(open).inject({ method: 'DELETE', url: '/api/things' })
    expect([empty.statusCode, empty.body]).toEqual([204, ''])
  })

  test('refuses what the endpoint does not take', async () => {
    expect((await put('/api/things/longer', { name: 'Book' })).statusCode).toBe(400)
    expect((await put('/api/things/one?as=old', { name: 'Book' })).statusCode).toBe(400)
    expect((await put('/api/things/one', { title: 'Book' })).statusCode).toBe(400)
  })

  test('asks its gate first', async () => {
    const answer = await serverBehind(closed).inject({ method: 'DELETE', url: '/api/things' })
    expect(answer.statusCode).toBe(404)
  })
})
