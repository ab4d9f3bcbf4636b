import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { makePair } from '../contract/pair.ts'
import { route } from '../http/route.ts'
import { findMeeting } from '../meeting/find-meeting.ts'
import { me } from '../meeting/one-on-one.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { Refused } from '../plugins/problems.ts'
import { pairData } from './data.ts'
import { pairOf, memberByAddress } from './entry-mutations.ts'
import { pairMutations } from './mutations.ts'
import { hasLeft, isOver, memberOf, pairView } from './policy.ts'

/** The making of pairs: roles are asked once. */
export const pairRoutes: FastifyPluginAsync = async (app) => {
  const collection = app.collections.pairs
  const pairs = { ...pairData(collection), ...pairMutations(collection) }

  route(app, makePair, asPerson(), async (request) => {
    const person = personOf(request)
    const calendar = app.calendarOf(person)
    const found = await findMeeting(calendar, request.body.meeting, app.now())
    if (!found.ok) throw new Refused(found.reason)
    const { addresses } = await calendar.profile()
    if (!addresses.includes(me(found.meeting).address)) throw new Refused('forbidden')
    const known = await pairOf(pairs, person, found.meeting, addresses)
    if (known && hasLeft(known, person)) throw new Refused('not-found')
    if (known && isOver(known)) throw new Refused('pair-ended')
    const made = { deriveId: app.deriveId, at: app.now(), addresses }
    const { pair, isNew } = known
      ? { pair: known, isNew: false }
      : await pairs.make(person, found.meeting, request.body.myRole, made)
    // There already, made by the other: my place in it has my address, and opening the conversation makes it mine.
    const mine = memberOf(pair, person) ?? memberByAddress(pair, addresses)
    if (!mine || (mine.oid && mine.oid !== person.oid)) throw new Refused('forbidden')
    if (isNew) await app.audit.record('made-pair', pairEvent(pair, mine, app.now()))
    return pairView(pair, mine)
  })
}
