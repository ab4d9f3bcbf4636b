import type { FastifyPluginAsync } from 'fastify'
import { pairEvent, type AuditEvent } from '../audit/event.ts'
import {
  type Review,
  type ReviewFile,
  getReviews,
  beginReview,
  getReview,
  putReviewChoice,
  putReviewText,
  putReviewReady,
  getReviewFile,
} from '../contract/review.ts'
import { route } from '../http/route.ts'
import type { PairDocument } from '../pair/collection.ts'
import { inPair, type Inside } from '../pair/gate.ts'
import { namesOf, otherRole, pairView } from '../pair/policy.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { candidates } from './candidates.ts'
import type { ReviewDocument } from './collection.ts'
import { inReview, reviewGate } from './gate.ts'
import { reviewData, sourcesOf } from './data.ts'
import { reviewMutations, type Written } from './mutations.ts'
import { candidateView, fingerprintOf, packOf } from './pack.ts'
import { lastHalfYear, wrongPeriod } from './period.ts'

/** Review packs: what two people choose together of a period, for the periodic conversation. */
export const reviewRoutes: FastifyPluginAsync = async (app) => {
  await app.register(reviewGate)
  const { pairs, reviews: collection } = app.collections
  const reviews = { ...reviewData(collection), ...reviewMutations(activeOnly(pairs, collection)) }
  const people = personData(app.collections.people)
  const sources = sourcesOf(app.collections)

  const eventOf = ({ pair, member }: Inside, review: ReviewDocument): AuditEvent => ({
    ...pairEvent(pair, member, app.now()),
    about: review._id,
  })
  const zoneOf = async (request: SignedInRequest) => hoursOf(await people.find(personOf(request))).timeZone

  const itemsOf = async (review: ReviewDocument, pair: PairDocument) =>
    candidates(await sources(review, pair, app.now()))

  /** A pack that is not frozen, as it reads now. */
  const readNow = (pair: PairDocument) => async (review: ReviewDocument) => {
    const items = await itemsOf(review, pair)
    const pack = packOf(review, namesOf(pair), items)
    return { items, pack, fingerprint: fingerprintOf(pack) }
  }

  async function view(review: ReviewDocument, { pair, member: me }: Inside): Promise<Review> {
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
  async function answer(written: Written, inside: Inside): Promise<Review> {
    if (!written.ok) throw new Refused(written.reason)
    await app.audit.record('changed-review', eventOf(inside, written.review))
    return view(written.review, inside)
  }

  route(app, getReviews, inPair(), async (request) => {
    const [found, timeZone] = await Promise.all([reviews.listed(request.pair._id), zoneOf(request)])
    return {
      reviews: found.map(({ _id, from, to, frozen }) => ({
        id: _id,
        from,
        to,
        frozenAt: frozen?.at.toISOString() ?? null,
      })),
      proposed: lastHalfYear(app.now(), timeZone),
    }
  })

  route(app, beginReview, inPair({ toWrite: true }), async (request) => {
    const errors = wrongPeriod(request.body)
    if (errors.length > 0) throw new Refused('invalid-request', { errors })
    const { _id: pairId, tenantId } = request.pair
    const made = { deriveId: app.deriveId, timeZone: await zoneOf(request), at: app.now() }
    const review = await reviews.open({ tenantId, pairId, ...request.body }, made)
    if (!review) throw new Refused('internal')
    await app.audit.record('changed-review', eventOf(request, review))
    return await view(review, request)
  })

  route(app, getReview, inReview(), async (request) => {
    const { review } = request
    await app.audit.record('read-review', eventOf(request, review))
    return view(review, request)
  })

  route(app, putReviewChoice, inReview({ toWrite: true }), async (request) => {
    const { review } = request
    const { item, chosen } = request.body
    if (chosen && !review.frozen) {
      const items = await itemsOf(review, request.pair)
      if (!items.some(({ id }) => id === item)) throw new Refused('not-found')
    }
    return answer(await reviews.choose(review, request.member.role, request.body, app.now()), request)
  })

  route(app, putReviewText, inReview({ toWrite: true }), async (request) => {
    const { review } = request
    return answer(await reviews.write(review, request.member.role, request.body, app.now()), request)
  })

  route(app, putReviewReady, inReview({ toWrite: true }), async (request) => {
    const { review } = request
    const { pair, member: me } = request
    const said = request.body
    const written = said.ready
      ? await reviews.finish(review, me.role, said.fingerprint, app.now(), readNow(pair))
      : await reviews.reopen(review, me.role)
    return answer(written, request)
  })

  route(app, getReviewFile, inReview(), async (request): Promise<ReviewFile> => {
    const { review } = request
    const { frozenAt, pack } = await view(review, request)
    await app.audit.record('exported-review', eventOf(request, review))
    return { format: 'groei-review', formatVersion: 1, frozenAt, pack }
  })
}
