import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pairAct, type Act } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { problemAnswers } from '../contract/problem.ts'
import {
  Choice,
  Period,
  ReadyInput,
  Review,
  ReviewFile,
  Reviews,
  ReviewTextInput,
  type ReviewPack,
} from '../contract/review.ts'
import { Id, Strict } from '../contract/shape.ts'
import { pairSpec, type PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { isOver, memberOf, memberWith, otherRole, pairView } from '../pair/policy.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personSpec } from '../person/collection.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { candidates } from './candidates.ts'
import { reviewSpec, type ReviewDocument } from './collection.ts'
import { reviewData, sourcesOf } from './data.ts'
import { reviewMutations, type Written } from './mutations.ts'
import { candidateView, fingerprintOf, packOf } from './pack.ts'
import { lastHalfYear, wrongPeriod } from './period.ts'

const params = Strict({ reviewId: Id })
const response = { 200: Review, ...problemAnswers }
const ofPair = Strict({ pairId: Id })

const namesIn = (pair: PairDocument): ReviewPack['names'] => ({
  coach: memberWith(pair, 'coach').name,
  employee: memberWith(pair, 'employee').name,
})

/** Review packs: what two people choose together of a period, for the periodic talk. */
export const reviewRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const collection = await app.database.collection(reviewSpec)
  const reviews = {
    ...reviewData(collection),
    ...reviewMutations(await whileItLasts(app.database, reviewSpec)),
  }
  const pairs = pairData(await app.database.collection(pairSpec))
  const people = personData(await app.database.collection(personSpec))
  const sources = await sourcesOf(app.database)
  const trail = auditTrail(await app.database.collection(auditSpec))

  /** The pair, for its two members only. */
  async function enterPair(request: SignedInRequest, pairId: string) {
    const person = personOf(request)
    const pair = await pairs.byId(pairId, person.tenantId)
    const me = pair && memberOf(pair, person)
    if (!pair || !me) throw new Refused('not-found')
    return { person, pair, me }
  }
  type Inside = Awaited<ReturnType<typeof enterPair>>

  async function enter(request: SignedInRequest, reviewId: string) {
    const review = await reviews.byId(reviewId, personOf(request).tenantId)
    if (!review) throw new Refused('not-found')
    return { ...(await enterPair(request, review.pairId)), review }
  }
  /** To change something: what a pair that is over has can be read only. */
  async function enterToWrite(request: SignedInRequest, reviewId: string) {
    const inside = await enter(request, reviewId)
    if (isOver(inside.pair)) throw new Refused('pair-ended')
    return inside
  }
  const actOf = ({ pair, me }: Pick<Inside, 'pair' | 'me'>, review: ReviewDocument): Act => ({
    ...pairAct(pair, me, app.now()),
    about: review._id,
  })
  const zoneOf = async ({ person }: Inside) => hoursOf(await people.find(person)).timeZone

  const itemsOf = async (review: ReviewDocument, pair: PairDocument) =>
    candidates(await sources(review, pair, app.now()))

  /** A pack that is not frozen, as it reads now. */
  const readNow = (pair: PairDocument) => async (review: ReviewDocument) => {
    const items = await itemsOf(review, pair)
    const pack = packOf(review, namesIn(pair), items)
    return { items, pack, fingerprint: fingerprintOf(pack) }
  }

  async function view(review: ReviewDocument, { pair, me }: Pick<Inside, 'pair' | 'me'>): Promise<Review> {
    const roles = { mine: me.role, theirs: otherRole(me.role) }
    const { items, pack, fingerprint } = review.frozen
      ? { ...review.frozen, items: [] }
      : await readNow(pair)(review)
    return {
      id: review._id,
      pair: pairView(pair, me),
      candidates: items.map((item) => candidateView(review, item, roles)),
      pack,
      fingerprint,
      textRevision: review.texts[roles.mine]?.revision ?? 0,
      ready: {
        mine: review.ready[roles.mine] === fingerprint,
        theirs: review.ready[roles.theirs] === fingerprint,
      },
      frozenAt: review.frozen?.at.toISOString() ?? null,
      revision: review.revision,
    }
  }
  async function answer(written: Written, inside: Pick<Inside, 'pair' | 'me'>): Promise<Review> {
    if (!written.ok) throw new Refused(written.reason)
    await trail('changed-review', actOf(inside, written.review))
    return view(written.review, inside)
  }

  app.get(
    '/api/pairs/:pairId/reviews',
    { schema: { params: ofPair, response: { 200: Reviews, ...problemAnswers } } },
    async (request): Promise<Reviews> => {
      const inside = await enterPair(request, request.params.pairId)
      const [found, timeZone] = await Promise.all([reviews.ofPair(inside.pair._id), zoneOf(inside)])
      return {
        reviews: found.map(({ _id, from, to, frozen }) => ({
          id: _id,
          from,
          to,
          frozenAt: frozen?.at.toISOString() ?? null,
        })),
        proposed: lastHalfYear(app.now(), timeZone),
      }
    },
  )

  app.post(
    '/api/pairs/:pairId/reviews',
    { schema: { params: ofPair, body: Period, response: { 201: Review, ...problemAnswers } } },
    async (request, reply) => {
      const inside = await enterPair(request, request.params.pairId)
      if (isOver(inside.pair)) throw new Refused('pair-ended')
      const errors = wrongPeriod(request.body)
      if (errors.length > 0) throw new Refused('invalid-request', { errors })
      const { _id: pairId, tenantId } = inside.pair
      const made = { id: app.newId(), timeZone: await zoneOf(inside), at: app.now() }
      const review = await reviews.open({ tenantId, pairId, ...request.body }, made)
      if (!review) throw new Refused('internal')
      await trail('changed-review', actOf(inside, review))
      return reply.code(201).send(await view(review, inside))
    },
  )

  app.get('/api/reviews/:reviewId', { schema: { params, response } }, async (request): Promise<Review> => {
    const { review, ...inside } = await enter(request, request.params.reviewId)
    await trail('read-review', actOf(inside, review))
    return view(review, inside)
  })

  app.put(
    '/api/reviews/:reviewId/choices',
    { schema: { params, body: Choice, response } },
    async (request): Promise<Review> => {
      const { review, ...inside } = await enterToWrite(request, request.params.reviewId)
      const { item, chosen } = request.body
      if (chosen && !review.frozen) {
        const items = await itemsOf(review, inside.pair)
        if (!items.some(({ id }) => id === item)) throw new Refused('not-found')
      }
      return answer(await reviews.choose(review, inside.me.role, request.body, app.now()), inside)
    },
  )

  app.put(
    '/api/reviews/:reviewId/text',
    { schema: { params, body: ReviewTextInput, response } },
    async (request): Promise<Review> => {
      const { review, ...inside } = await enterToWrite(request, request.params.reviewId)
      return answer(await reviews.write(review, inside.me.role, request.body, app.now()), inside)
    },
  )

  app.put(
    '/api/reviews/:reviewId/ready',
    { schema: { params, body: ReadyInput, response } },
    async (request): Promise<Review> => {
      const { review, ...inside } = await enterToWrite(request, request.params.reviewId)
      const { pair, me } = inside
      const said = request.body
      const written = said.ready
        ? await reviews.finish(review, me.role, said.fingerprint, app.now(), readNow(pair))
        : await reviews.reopen(review, me.role)
      return answer(written, inside)
    },
  )

  app.get(
    '/api/reviews/:reviewId/export',
    { schema: { params, response: { 200: ReviewFile, ...problemAnswers } } },
    async (request): Promise<ReviewFile> => {
      const { review, ...inside } = await enter(request, request.params.reviewId)
      const { frozenAt, pack } = await view(review, inside)
      await trail('exported-review', actOf(inside, review))
      return { format: 'groei-review', formatVersion: 1, frozenAt, pack }
    },
  )
}
