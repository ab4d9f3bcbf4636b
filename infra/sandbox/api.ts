import type { FastifyInstance } from 'fastify'
import { apiToken, graphToken, type Overrides } from './entra/tokens.ts'
import { mailbox } from './occurrences.ts'
import { registration, tenantId } from './seed/organisation.ts'
import type { Fault, Person, Store } from './store.ts'

const day = 24 * 60 * 60 * 1000

/** What stands in for a person at the controls: tokens, the clock, faults. No part of Microsoft 365. */
export function sandboxApi(
  app: FastifyInstance,
  store: Store,
  issuers: () => string,
  onReset: () => Promise<void>,
): void {
  const person = (upn: unknown): Person | undefined => store.state.people.find((one) => one.upn === upn)
  const clock = () => ({ now: store.now().toISOString() })

  app.get('/people', async () => ({
    tenantId,
    people: store.state.people
      .filter((one) => one.tenantId === tenantId)
      .map(({ oid, upn, name, mail, jobTitle, locale, timeZone, consented }) => ({
        oid,
        upn,
        name,
        mail,
        jobTitle,
        locale,
        timeZone,
        consented,
      })),
  }))

  app.post<{ Body: { user?: string; resource?: string; overrides?: Overrides } }>(
    '/token',
    async (request, reply) => {
      const { user, resource, overrides = {} } = request.body ?? {}
      if (typeof user !== 'string' || (resource !== 'api' && resource !== 'graph')) {
        return reply.code(400).send({ error: 'user and resource ("api" or "graph") are required' })
      }
      const found = person(user)
      if (!found) return reply.code(404).send({ error: 'no such user' })
      const access_token =
        resource === 'api'
          ? await apiToken(store, issuers(), found, overrides)
          : await graphToken(store, issuers(), found, registration.consents, overrides)
      return { access_token }
    },
  )

  app.get('/clock', async () => clock())
  app.post<{ Body: { now?: string } }>('/clock', async (request, reply) => {
    const now = Date.parse(request.body?.now ?? '')
    if (Number.isNaN(now)) return reply.code(400).send({ error: 'now must be an ISO date and time' })
    store.state.offset = now - Date.now()
    store.save()
    return clock()
  })

  app.post('/reset', async () => {
    store.reset()
    await onReset()
    return clock()
  })

  app.post<{ Body: { user?: string } }>('/consent', async (request, reply) => {
    const found = person(request.body?.user)
    if (!found) return reply.code(404).send({ error: 'no such user' })
    found.consented = true
    store.save()
    return { consented: true }
  })

  app.get<{ Querystring: { user?: string } }>('/meetings', async (request, reply) => {
    const found = person(request.query.user)
    if (!found) return reply.code(404).send({ error: 'no such user' })
    const now = store.now().getTime()
    const meetings = mailbox(store, found, new Date(now - 60 * day), new Date(now + 60 * day))
    return {
      meetings: meetings
        .filter((one) => one.item.online && !one.exception.offline)
        .map((one) => {
          const organiser = store.state.people.find((other) => other.oid === one.item.organiser)
          return {
            iCalUId: one.iCalUId,
            subject: one.exception.subject ?? one.item.subject,
            chatId: one.item.online?.chatId,
            joinUrl: one.item.online?.joinUrl,
            start: one.start.toISOString(),
            end: one.end.toISOString(),
            organizer: { oid: organiser?.oid, upn: organiser?.upn, name: organiser?.name },
            attendees: one.attendees.map(({ address, name }) => ({ upn: address, name })),
            isCancelled: one.exception.cancelled === true,
          }
        }),
    }
  })

  app.get('/faults', async () => ({ faults: store.faults }))
  app.post<{ Body: { faults?: Fault[] } }>('/faults', async (request) => {
    store.faults.push(...(request.body?.faults ?? []))
    return { faults: store.faults }
  })
  app.delete('/faults', async () => {
    store.faults = []
    return { faults: [] }
  })
  app.get('/calls', async () => ({ calls: store.calls }))
  app.delete('/calls', async () => {
    store.calls = []
    return { calls: [] }
  })
}
