import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pairAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import {
  Agreement,
  AgreementInput,
  NewTalk,
  PlannedTalk,
  Proposals,
  ProposalsQuery,
} from '../contract/planning.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { wasHeld } from '../one-on-ones/rhythm.ts'
import { pairSpec, type Member, type PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { agreementOf, isOver, memberOf, memberWith, otherRole } from '../pair/policy.ts'
import { personSpec } from '../person/collection.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { whenOf } from './diaries.ts'
import { dueTalk, usualOf } from './due.ts'
import { freeTimes } from './free-times.ts'
import { planningMutations } from './mutations.ts'
import { eventOf, subjectOf } from './new-talk.ts'
import { wrongMoments } from './moments.ts'

const params = Strict({ pairId: Id })

/** Enough talks of a pair to know when they usually talk. */
const talksRead = 12
const proposed = 4
/** After so many there are no others: who wants none of them agrees on a time in another way. */
const most = 40

/** The next talk of a pair, and how often they agreed to talk. */
export const planningRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const pairCollection = await app.database.collection(pairSpec)
  const pairs = { ...pairData(pairCollection), ...planningMutations(pairCollection) }
  const conversations = conversationData(await app.database.collection(conversationSpec))
  const people = personData(await app.database.collection(personSpec))

  const trail = auditTrail(await app.database.collection(auditSpec))

  /** A pair that goes on, for its two members only: nobody looks ahead in one that ended. */
  async function enter(request: SignedInRequest, pairId: string) {
    const person = personOf(request)
    const pair = await pairs.byId(pairId, person.tenantId)
    const me = pair && memberOf(pair, person)
    if (!pair || !me) throw new Refused('not-found')
    if (isOver(pair)) throw new Refused('pair-ended')
    return { person, pair, me, other: memberWith(pair, otherRole(me.role)) }
  }

  const knownAs = ({ tenantId }: PairDocument, { oid }: Member) =>
    oid ? people.find({ tenantId, oid }) : Promise.resolve(null)

  app.get(
    '/api/pairs/:pairId/proposals',
    { schema: { params, querystring: ProposalsQuery, response: { 200: Proposals, ...problemAnswers } } },
    async (request): Promise<Proposals> => {
      const skip = Number(request.query.skip ?? 0)
      const { person, pair, me, other } = await enter(request, request.params.pairId)
      const now = app.now()
      const [talks, myself, them] = await Promise.all([
        conversations.ofPair(pair._id, talksRead),
        knownAs(pair, me),
        knownAs(pair, other),
      ])
      const held = talks.filter((one) => wasHeld(one, now)).map((one) => one.meeting)
      const agreed = pair.rhythm?.everyWeeks ?? null
      const { everyWeeks, minutes: usually, ...due } = dueTalk(held, agreed, now)
      const minutes = Number(request.query.minutes ?? usually)
      const addresses = [me.address, other.address]
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
    },
  )

  app.post(
    '/api/pairs/:pairId/talks',
    { schema: { params, body: NewTalk, response: { 201: PlannedTalk, ...problemAnswers } } },
    async (request, reply) => {
      const { person, pair, me, other } = await enter(request, request.params.pairId)
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
      const claimed = await pairs.claim(pair, wanted, revision)
      if (!claimed.ok) throw new Refused(claimed.reason)
      const { timeZone } = hoursOf(await knownAs(pair, me))
      await app.calendarOf(person).create(eventOf(claimed.plan, other, timeZone))
      await trail('planned', pairAct(pair, me, app.now()))
      // What waited for a next talk may go on.
      app.announce.emit('opened', pair._id, person)
      app.announce.emit('pair-changed', pair._id)
      const { subject } = claimed.plan
      return reply.code(201).send({ subject, start: start.toISOString(), end: end.toISOString(), everyWeeks })
    },
  )

  app.put(
    '/api/pairs/:pairId/rhythm',
    { schema: { params, body: AgreementInput, response: { 200: Agreement, ...problemAnswers } } },
    async (request): Promise<Agreement> => {
      const { pair, me } = await enter(request, request.params.pairId)
      const agreed = await pairs.agree(pair, request.body, me.role, app.now())
      if (!agreed.ok) throw new Refused(agreed.reason)
      await trail('agreed-rhythm', pairAct(pair, me, app.now()))
      app.announce.emit('pair-changed', pair._id)
      return agreementOf(agreed.pair)
    },
  )
}
