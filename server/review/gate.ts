import fp from 'fastify-plugin'
import { pairAccess } from '../pair/data.ts'
import { finding, gate, letIn, readOn, refuseWhenOver, type GateOptions } from '../pair/gate.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import type { ReviewDocument } from './collection.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The review pack that a gate let this person into. @throws Error on a route without such a gate */
    readonly review: ReviewDocument
  }
}

const reviews = finding<ReviewDocument>('review pack')

/** A gate of a route with `:reviewId`: lets in its pair's two members, and nobody else learns whether it is there. */
export const inReview = (options: GateOptions = {}) =>
  gate(async (request) => {
    const { collections } = request.server
    const person = personOf(request)
    const { reviewId } = request.params as { reviewId: string }
    const review = await collections.reviews.findOne({ _id: reviewId, tenantId: person.tenantId })
    const inside = review && (await pairAccess(collections)(person, review.pairId))
    if (!inside) throw new Refused('not-found')
    refuseWhenOver(inside, options)
    letIn(request, inside)
    reviews.keep(request, review)
  })

export const reviewGate = fp(async (app) => {
  app.decorateRequest('review', readOn(reviews.of))
})
