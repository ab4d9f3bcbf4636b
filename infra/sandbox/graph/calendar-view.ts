import type { FastifyInstance } from 'fastify'
import { calendarView as view, occurrences } from '../calendar/mailbox.ts'
import { eventOf, mayRead, toResource, type ById } from './events.ts'
import { page } from './page.ts'
import { applyPrefer } from './prefer.ts'
import { badRequest } from './refusal.ts'
import type { Graph } from './service.ts'
import { windowOf, type Query } from './window.ts'

/** The two endpoints that expand series within a window. */
export function calendarView(app: FastifyInstance, graph: Graph): void {
  const { store, base, enterMailbox } = graph

  app.get<{ Querystring: Query }>('/me/calendarView', async (request, reply) => {
    const person = await enterMailbox(request, mayRead)
    const [from, to] = windowOf(request.query)
    const resource = toResource(store, person, applyPrefer(request, reply), request.query)
    return page(view(store, person, from, to), request.query, `${base()}/me/calendarView`, resource)
  })

  app.get<ById>('/me/events/:id/instances', async (request, reply) => {
    const person = await enterMailbox(request, mayRead)
    const { item, index } = eventOf(store, person, request.params.id)
    if (index !== null) throw badRequest('ErrorInvalidRequest', 'Only a series master has instances.')
    const [from, to] = windowOf(request.query)
    const resource = toResource(store, person, applyPrefer(request, reply), request.query)
    const here = `${base()}/me/events/${encodeURIComponent(request.params.id)}/instances`
    return page(occurrences(store, person, item, from, to), request.query, here, resource)
  })
}
