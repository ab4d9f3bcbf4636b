import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { getProposals, planConversation, putRhythm } from '../contract/planning.ts'
import { conversationData } from '../conversation/data.ts'
import { route } from '../http/route.ts'
import { wasHeld } from '../one-on-ones/rhythm.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { inPair } from '../pair/gate.ts'
import { agreementOf, mailOf, memberWith, otherRole } from '../pair/policy.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personOf } from '../plugins/auth.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { whenOf } from './diaries.ts'
import { dueConversation, usualOf } from './due.ts'
import { freeTimes } from './free-times.ts'
import { planningMutations } from './mutations.ts'
import { eventOf, subjectOf } from './new-conversation.ts'
import { wrongMoments } from './moments.ts'

/** How many past conversations of a pair are read to know their usual moment. */
const conversationsRead = 12
const proposed = 4
/** After so many there are no others: who wants none of them agrees on a time in another way. */
const most = 40

/** The next conversation of a pair, and how often they agreed to talk. */
export const planningRoutes: FastifyPluginAsync = async (app) => {
  const { agree, claim } = planningMutations(app.collections.pairs)
  const conversations = conversationData(app.collections.conversations)
  const people = personData(app.collections.people)

  const knownAs = ({ tenantId }: PairDocument, { oid }: Member) =>
    oid ? people.find({ tenantId, oid }) : Promise.resolve(null)

  route(app, getProposals, inPair({ toWrite: true }), async (request) => {
    const skip = Number(request.query.skip ?? 0)
    const person = personOf(request)
    const { pair, member: me } = request
    const other = memberWith(pair, otherRole(me.role))
    const now = app.now()
    const [recent, myself, them] = await Promise.all([
      conversations.ofPair(pair._id, conversationsRead),
      knownAs(pair, me),
      knownAs(pair, other),
    ])
    const held = recent.filter((one) => wasHeld(one, now)).map((one) => one.meeting)
    const agreed = pair.rhythm?.everyWeeks ?? null
    const { everyWeeks, minutes: usually, ...due } = dueConversation(held, agreed, now)
    const minutes = Number(request.query.minutes ?? usually)
    const addresses = [mailOf(me), mailOf(other)]
    const [mine, theirs = null] = await app.calendarOf(person).freeBusy(addresses, due.earliest, due.latest)
    // My own calendar is there as long as I have a mailbox; without it nothing can be planned in it either.
    if (!mine) throw new Refused('microsoft-refused')
    const when = whenOf({ person: myself, found: mine }, { person: them, found: theirs })
    const starts = held.map((one) => one.start)
    const usual = usualOf(starts, when.zones.mine)
    const wanted = skip + proposed
    // One more than is shown tells whether there are others.
    const found = freeTimes({ ...due, ...when, minutes, now, usual, wanted: wanted + 1 })
    return {
      minutes,
      more: found.proposals.length > wanted && skip < most,
      proposals: found.proposals.slice(skip, wanted).map(({ start, end }) => ({
        start: new Date(start).toISOString(),
        end: new Date(end).toISOString(),
      })),
      reason: found.reason,
      zones: when.zones,
      otherRead: theirs !== null,
      everyWeeks,
      revision: pair.plan?.revision ?? 0,
    }
  })

  route(app, planConversation, inPair({ toWrite: true }), async (request) => {
    const person = personOf(request)
    const { pair, member: me } = request
    const other = memberWith(pair, otherRole(me.role))
    const { everyWeeks, revision } = request.body
    const [start, end] = [new Date(request.body.start), new Date(request.body.end)]
    const errors = wrongMoments(start, end, app.now())
    if (errors.length > 0) throw new Refused('invalid-request', { errors })
    const wanted = {
      start,
      end,
      everyWeeks,
      subject: subjectOf(languageOf(request), me.name, other.name),
      transactionId: app.newId(),
      by: me.role,
      at: app.now(),
    }
    const claimed = await claim(pair, wanted, revision)
    if (!claimed.ok) throw new Refused(claimed.reason)
    const { timeZone } = hoursOf(await knownAs(pair, me))
    await app
      .calendarOf(person)
      .create(eventOf(claimed.plan, { name: other.name, address: mailOf(other) }, timeZone))
    await app.audit.record('planned', pairEvent(pair, me, app.now()))
    // A section that waited for a next conversation may be written now.
    app.announce.emit('opened', pair._id, person)
    app.announce.emit('pair-changed', pair._id)
    const { subject } = claimed.plan
    return { subject, start: start.toISOString(), end: end.toISOString(), everyWeeks }
  })

  route(app, putRhythm, inPair({ toWrite: true }), async (request) => {
    const { pair, member: me } = request
    const agreed = await agree(pair, request.body, me.role, app.now())
    if (!agreed.ok) throw new Refused(agreed.reason)
    await app.audit.record('agreed-rhythm', pairEvent(pair, me, app.now()))
    app.announce.emit('pair-changed', pair._id)
    return agreementOf(agreed.pair)
  })
}
