import type { FastifyInstance, FastifyRequest } from 'fastify'
import { faultFor } from '../faults.ts'
import { allOf, changeKey, findById, isIn, mailbox, touch, type Occurrence } from '../occurrences.ts'
import { item } from '../seed/calendar.ts'
import type { Person, Store } from '../store.ts'
import { changeEvent } from './change-event.ts'
import { checkToken } from './check-token.ts'
import { eventResource } from './event-resource.ts'
import { preferOf } from './prefer.ts'
import { accessDenied, answer, badRequest, GraphRefusal, invalidToken, itemNotFound } from './refusal.ts'
import { select } from './select.ts'

type Query = Record<string, string | undefined>
type ById = { Params: { id: string }; Querystring: Query }

/** Graph v1.0, as far as Groei uses it. */
export function graphRoutes(
  app: FastifyInstance,
  store: Store,
  base: () => string,
  issuers: () => string,
): void {
  const who = new WeakMap<FastifyRequest, Person>()
  const enter = async (request: FastifyRequest, scope: string): Promise<Person> => {
    const person = await checkToken(store, issuers(), request.headers.authorization, scope)
    who.set(request, person)
    return person
  }

  app.addHook('onRequest', async (request, reply) => {
    const fault = faultFor(store, 'graph', request.method, request.url)
    if (!fault || fault.after) return
    if (fault.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter)
    if (fault.status === 401) throw invalidToken('The token is no longer accepted.')
    throw new GraphRefusal(fault.status, fault.code ?? 'serviceNotAvailable', 'The service is not available.')
  })
  app.addHook('onResponse', async (request, reply) => {
    const path = request.url.slice(new URL(base()).pathname.length)
    store.calls.push({
      service: 'graph',
      method: request.method,
      path,
      user: who.get(request)?.upn ?? null,
      status: reply.statusCode,
    })
  })
  app.setErrorHandler((error, _request, reply) => {
    const failure = error as { statusCode?: number; message?: string }
    return answer(
      reply,
      error instanceof GraphRefusal
        ? error
        : new GraphRefusal(failure.statusCode ?? 500, 'generalException', failure.message ?? ''),
      store.now(),
    )
  })
  app.setNotFoundHandler((_request, reply) =>
    answer(reply, badRequest('BadRequest', 'Resource not found for the segment.'), store.now()),
  )

  app.get<{ Querystring: Query }>('/me', async (request) => {
    const person = await enter(request, 'User.Read')
    const basic = {
      id: person.oid,
      displayName: person.name,
      mail: person.mail,
      userPrincipalName: person.upn,
      jobTitle: person.jobTitle,
      preferredLanguage: person.locale === 'nl-nl' ? 'nl-NL' : 'en-US',
    }
    // proxyAddresses comes only when it is asked for.
    const wanted = request.query['$select']
    return wanted ? select({ ...basic, proxyAddresses: person.proxyAddresses }, wanted, 'user') : basic
  })

  const page = (
    request: FastifyRequest<{ Querystring: Query }>,
    person: Person,
    occurrences: Occurrence[],
    path: string,
  ) => {
    const { $top, $skip, $select, $filter, $expand, ...rest } = request.query
    if ($filter?.includes('isOnlineMeeting'))
      throw badRequest('ErrorInvalidProperty', "The property 'isOnlineMeeting' does not support filtering.")
    if ($filter || $expand)
      throw badRequest('ErrorInvalidUrlQuery', 'The query option is not supported here.')
    const top = Math.min(Math.max(Number($top ?? 10) || 10, 1), 1000)
    const skip = Number($skip ?? 0) || 0
    const prefer = preferOf(request.headers.prefer)
    const value = occurrences
      .slice(skip, skip + top)
      .map((one) => select(eventResource(store, person, one, prefer), $select, 'event'))
    if (skip + top >= occurrences.length) return { value }
    const next = new URLSearchParams({
      ...(rest as Record<string, string>),
      $top: String(top),
      $skip: String(skip + top),
      ...($select ? { $select } : {}),
    })
    return { value, '@odata.nextLink': `${base()}${path}?${next}` }
  }
  const windowOf = (query: Query): [Date, Date] => {
    const from = new Date(query['startDateTime'] ?? '')
    const to = new Date(query['endDateTime'] ?? '')
    if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) {
      throw badRequest(
        'ErrorInvalidParameter',
        'This request requires a time window specified by startDateTime and endDateTime.',
      )
    }
    return [from, to]
  }

  app.get<{ Querystring: Query }>('/me/calendarView', async (request) => {
    const person = await enter(request, 'Calendars.ReadWrite')
    const [from, to] = windowOf(request.query)
    return page(request, person, mailbox(store, person, from, to), '/me/calendarView')
  })

  const event = (person: Person, id: string): Occurrence => {
    const found = findById(store, person, id)
    if (!found) throw itemNotFound()
    return found
  }

  app.get<ById>('/me/events/:id', async (request, reply) => {
    const person = await enter(request, 'Calendars.ReadWrite')
    const prefer = preferOf(request.headers.prefer)
    reply.header('preference-applied', `outlook.timezone="${prefer.named}"`)
    return select(
      eventResource(store, person, event(person, request.params.id), prefer),
      request.query['$select'],
      'event',
    )
  })

  app.get<ById>('/me/events/:id/instances', async (request) => {
    const person = await enter(request, 'Calendars.ReadWrite')
    const [from, to] = windowOf(request.query)
    const { item: series } = event(person, request.params.id)
    const found = allOf(series).filter((one) => isIn(one, person) && one.end > from && one.start < to)
    return page(request, person, found, `/me/events/${request.params.id}/instances`)
  })

  app.patch<ById & { Body: Parameters<typeof changeEvent>[3] }>('/me/events/:id', async (request) => {
    const person = await enter(request, 'Calendars.ReadWrite')
    const found = event(person, request.params.id)
    const match = request.headers['if-match']
    if (match && match !== '*' && match !== `W/"${changeKey(store, person, found.key)}"`) {
      throw new GraphRefusal(
        412,
        'ErrorIrresolvableConflict',
        'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
      )
    }
    changeEvent(store, person, found, request.body)
    const lost = store.faults.find(
      (one) => one.after === 'apply' && (one.times ?? 1) > 0 && (!one.method || one.method === 'PATCH'),
    )
    if (lost) {
      lost.times = (lost.times ?? 1) - 1
      throw new GraphRefusal(lost.status, lost.code ?? 'gatewayTimeout', 'The answer was lost.')
    }
    return eventResource(store, person, event(person, request.params.id), preferOf(request.headers.prefer))
  })

  app.post<{
    Body: {
      subject?: string
      start: { dateTime: string }
      minutes?: number
      attendees?: { emailAddress: { address: string; name?: string } }[]
      isOnlineMeeting?: boolean
    }
  }>('/me/events', async (request, reply) => {
    const person = await enter(request, 'Calendars.ReadWrite')
    const { subject = '', start, attendees = [], isOnlineMeeting = false } = request.body
    const made = item({
      id: crypto.randomUUID(),
      by: person.upn.split('@')[0] ?? '',
      subject,
      start: start.dateTime.slice(0, 16),
      timeZone: 'UTC',
      teams: isOnlineMeeting,
      attendees: attendees.map(({ emailAddress }) => ({
        address: emailAddress.address,
        name: emailAddress.name ?? emailAddress.address,
        type: 'required',
      })),
    })
    store.state.items.push(made)
    store.save()
    const [first] = allOf(made)
    return reply
      .code(201)
      .send(first ? eventResource(store, person, first, preferOf(request.headers.prefer)) : {})
  })

  app.post<ById>('/me/events/:id/cancel', async (request, reply) => {
    const person = await enter(request, 'Calendars.ReadWrite')
    const found = event(person, request.params.id)
    if (found.item.organiser !== person.oid)
      throw badRequest('ErrorCannotCancel', 'You are not the organizer.')
    found.item.exceptions[found.index] = { ...found.exception, cancelled: true }
    touch(
      store,
      store.state.people.filter((other) => isIn(found, other)),
      found.key,
    )
    store.save()
    return reply.code(202).send()
  })

  app.get<ById>('/chats/:id', async (request) => {
    const person = await enter(request, 'Chat.ReadBasic')
    const meetings = store.state.items.filter((one) => one.online?.chatId === request.params.id)
    const [meeting] = meetings
    if (!meeting) throw new GraphRefusal(404, 'NotFound', 'No such chat.')
    if (!allOf(meeting).some((one) => isIn(one, person))) throw accessDenied()
    return select(
      {
        id: request.params.id,
        chatType: 'meeting',
        topic: meeting.subject,
        tenantId: person.tenantId,
        onlineMeetingInfo: {
          // Often empty for meetings made in Outlook.
          calendarEventId: null,
          joinWebUrl: meeting.online?.joinUrl ?? null,
          organizer: { id: meeting.organiser, userIdentityType: 'aadUser' },
        },
      },
      request.query['$select'],
      'chat',
    )
  })
}
