import type { FastifyInstance } from 'fastify'
import { keyOfId } from '../calendar/ids.ts'
import { findById, type Held } from '../calendar/mailbox.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { changeEvent, decline, removeEvent } from './change-event.ts'
import { checkChangeKey } from './check-change-key.ts'
import { checkWritable } from './check-writable.ts'
import { createEvent } from './create-event.ts'
import { readEvent } from './event-input.ts'
import { eventResource, rareEventProperties } from './event-resource.ts'
import { applyPrefer, type Prefer } from './prefer.ts'
import { badRequest, itemNotFound, otherMailbox } from './refusal.ts'
import { select } from './select.ts'
import type { Graph } from './service.ts'
import type { Query } from './window.ts'

export type ById = { Params: { id: string }; Querystring: Query }

export const mayRead = ['Calendars.Read', 'Calendars.ReadWrite']
const mayWrite = ['Calendars.ReadWrite']

/** @throws GraphRefusal 404 for an id that is not of this mailbox */
export function eventOf(store: Store, person: Person, id: string): Held {
  const found = findById(store, person, id)
  if (found) return found
  const isOthers = store.state.people.some((other) => keyOfId(other, id) !== null && other !== person)
  throw isOthers ? otherMailbox(id, person.mail) : itemNotFound()
}

export const toResource = (store: Store, person: Person, prefer: Prefer, query: Query) => (event: Held) =>
  select(eventResource(store, person, event, prefer), query['$select'], 'event', rareEventProperties(event))

/** One event: read, made, changed, deleted, cancelled. */
export function events(app: FastifyInstance, { store, enterMailbox }: Graph): void {
  const refuseExpand = (query: Query) => {
    if (query['$expand']) throw badRequest('ErrorInvalidUrlQuery', 'The sandbox expands nothing.')
  }

  app.get<ById>('/me/events/:id', async (request, reply) => {
    const person = await enterMailbox(request, mayRead)
    refuseExpand(request.query)
    const prefer = applyPrefer(request, reply)
    return toResource(store, person, prefer, request.query)(eventOf(store, person, request.params.id))
  })

  app.post<{ Querystring: Query; Body: unknown }>('/me/events', async (request, reply) => {
    const person = await enterMailbox(request, mayWrite)
    const prefer = applyPrefer(request, reply)
    const made = createEvent(store, person, readEvent(request.body))
    reply.code(201)
    return toResource(store, person, prefer, request.query)(made)
  })

  app.patch<ById & { Body: unknown }>('/me/events/:id', async (request, reply) => {
    const person = await enterMailbox(request, mayWrite)
    const prefer = applyPrefer(request, reply)
    const event = eventOf(store, person, request.params.id)
    checkChangeKey(request.headers['if-match'], event)
    const input = readEvent(request.body)
    checkWritable(Object.keys(input))
    changeEvent(store, person, event, input)
    return toResource(store, person, prefer, request.query)(eventOf(store, person, request.params.id))
  })

  app.delete<ById>('/me/events/:id', async (request, reply) => {
    const person = await enterMailbox(request, mayWrite)
    removeEvent(store, person, eventOf(store, person, request.params.id))
    return reply.code(204).send()
  })

  app.post<ById>('/me/events/:id/decline', async (request, reply) => {
    const person = await enterMailbox(request, mayWrite)
    const event = eventOf(store, person, request.params.id)
    if (event.isOrganiser) {
      throw badRequest('ErrorInvalidRequest', "Your request can't be completed. You're the organizer.")
    }
    decline(store, person, event)
    return reply.code(202).send()
  })

  app.post<ById>('/me/events/:id/cancel', async (request, reply) => {
    const person = await enterMailbox(request, mayWrite)
    const event = eventOf(store, person, request.params.id)
    if (!event.isOrganiser) {
      throw badRequest(
        'ErrorAccessDenied',
        "Your request can't be completed. You need to be an organizer to cancel a meeting.",
      )
    }
    removeEvent(store, person, event)
    return reply.code(202).send()
  })
}
