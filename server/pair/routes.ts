import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { makePair, putNoteTaker } from '../contract/pair.ts'
import { addressOf } from '../graph/addresses.ts'
import { route } from '../http/route.ts'
import { findMeeting } from '../meeting/find-meeting.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { Refused } from '../plugins/problems.ts'
import { pairData } from './data.ts'
import { isMine, pairOf, placeOf } from './entry-mutations.ts'
import { inPair } from './gate.ts'
import { pairMutations } from './mutations.ts'
import { hasLeft, isOver, memberOf, pairView, peopleOf } from './policy.ts'

/** The making of pairs: roles are asked once, and who in their invites is a person. */
export const pairRoutes: FastifyPluginAsync = async (app) => {
  const collection = app.collections.pairs
  const pairs = { ...pairData(collection), ...pairMutations(collection) }

  route(app, makePair, asPerson(), async (request) => {
    const person = personOf(request)
    const calendar = app.calendarOf(person)
    const mine = await pairs.everOfPerson(person.tenantId, person.oid)
    const people = peopleOf(mine, person.oid)
    const found = await findMeeting(calendar, request.body.meeting, app.now(), people)
    if (!found.ok) throw new Refused(found.reason)
    const { addresses } = await calendar.profile()
    if (!isMine(found.meeting, addresses)) throw new Refused('forbidden')
    const known = await pairOf(pairs, person, mine, found.meeting, addresses)
    if (known && hasLeft(known, person)) throw new Refused('not-found')
    if (known && isOver(known)) throw new Refused('pair-ended')
    const hash = (key: string) => app.sealing.hash(person.tenantId, 'pairs._id', key)
    const made = { deriveId: app.deriveId, hash, at: app.now(), addresses }
    const { pair, isNew } = known
      ? { pair: known, isNew: false }
      : await pairs.make(person, found.meeting, request.body.myRole, made)
    // There already, made by the other: my place in it has my address, and opening the conversation makes it mine.
    const place = memberOf(pair, person) ?? placeOf(pair, found.meeting, addresses)
    if (!place || (place.oid && place.oid !== person.oid)) throw new Refused('forbidden')
    if (isNew) await app.audit.record('made-pair', pairEvent(pair, place, app.now()))
    return pairView(pair, place)
  })

  route(app, putNoteTaker, inPair({ toWrite: true }), async (request) => {
    const { pair, member } = request
    const [address, { isPerson }] = [addressOf(request.body.address), request.body]
    const said = { address, isPerson, by: member.role, at: app.now() }
    if (!(await pairs.nameNoteTaker(pair, said))) throw new Refused('enough')
    await app.audit.record('named-note-taker', pairEvent(pair, member, app.now()))
    // A section leaves an invite that a person reads, and one that waited goes on.
    app.announce.emit('readers-changed', pair._id)
    app.announce.emit('opened', pair._id, personOf(request))
    return { address, isPerson }
  })
}
