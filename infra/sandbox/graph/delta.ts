import type { FastifyInstance } from 'fastify'
import { eventId } from '../calendar/ids.ts'
import { eventOfRow, firstRound, nextRound, roundOf } from '../calendar/rounds.ts'
import type { Person, Round } from '../model.ts'
import { eventResource } from './event-resource.ts'
import { mayRead } from './events.ts'
import { applyPrefer, type Prefer } from './prefer.ts'
import { badRequest, GraphRefusal } from './refusal.ts'
import type { Graph } from './service.ts'
import { windowOf, type Query } from './window.ts'

const defaultPageSize = 10

/** Following a calendar view: all of it at first, then what changed since the link that was given last. */
export function delta(app: FastifyInstance, { store, base, enterMailbox }: Graph): void {
  const gone = () =>
    new GraphRefusal(410, 'SyncStateNotFound', 'The sync state generation is not found; start over.')

  function read(person: Person, query: Query): { round: Round; offset: number } {
    for (const name of ['$select', '$filter', '$expand', '$orderby', '$search'])
      if (query[name] !== undefined)
        throw badRequest('ErrorInvalidUrlQuery', `The query parameter '${name}' is not supported by delta.`)
    const skip = query['$skiptoken']
    const since = query['$deltatoken']
    if (skip === undefined && since === undefined)
      return { round: firstRound(store, person, ...windowOf(query)), offset: 0 }
    const [id = '', offset = '0'] = String(skip ?? since).split('.')
    const found = roundOf(store, person, id)
    if (!found) throw gone()
    if (skip !== undefined) return { round: found, offset: Number(offset) }
    const next = nextRound(store, person, found)
    if (!next) throw gone()
    return { round: next, offset: 0 }
  }

  function row(person: Person, round: Round, key: string, prefer: Prefer): object {
    const event = eventOfRow(store, person, round, key)
    if (!event) return { id: eventId(person, key, prefer.immutable), '@removed': { reason: 'deleted' } }
    const whole = { '@odata.type': '#microsoft.graph.event', ...eventResource(store, person, event, prefer) }
    if (whole.type !== 'occurrence') return whole
    // All else stands in its master (seen in microsoft-graph-docs issues 7632 and 22197).
    const { '@odata.type': type, '@odata.etag': etag, id, seriesMasterId, start, end } = whole
    return { '@odata.type': type, '@odata.etag': etag, id, seriesMasterId, type: whole.type, start, end }
  }

  app.get<{ Querystring: Query }>('/me/calendarView/delta', async (request, reply) => {
    const person = await enterMailbox(request, mayRead)
    const prefer = applyPrefer(request, reply)
    const { round, offset } = read(person, request.query)
    const end = offset + (prefer.pageSize ?? defaultPageSize)
    const value = round.rows.slice(offset, end).map((key) => row(person, round, key, prefer))
    const here = `${base()}/me/calendarView/delta`
    return {
      '@odata.context': `${base()}/$metadata#Collection(event)`,
      ...(end < round.rows.length
        ? { '@odata.nextLink': `${here}?$skiptoken=${round.id}.${end}` }
        : { '@odata.deltaLink': `${here}?$deltatoken=${round.id}` }),
      value,
    }
  })
}
