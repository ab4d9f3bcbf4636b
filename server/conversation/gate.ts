import fp from 'fastify-plugin'
import {
  finding,
  gate,
  insideOf,
  isGated,
  letIn,
  readOn,
  refuseWhenOver,
  type GateOptions,
} from '../pair/gate.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import type { ConversationDocument } from './collection.ts'
import { conversationAccess } from './data.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The conversation that a gate let this person into. @throws Error on a route without such a gate */
    readonly conversation: ConversationDocument
  }
}

const conversations = finding<ConversationDocument>('conversation')

/** A gate of a route with `:conversationId`: lets in its pair's two members, and nobody else learns whether it is there. */
export const inConversation = (options: GateOptions = {}) =>
  gate(async (request) => {
    const { conversationId } = request.params as { conversationId: string }
    const entered = await conversationAccess(request.server.collections)(personOf(request), conversationId)
    if (!entered) throw new Refused('not-found')
    refuseWhenOver(entered, options)
    letIn(request, entered)
    conversations.keep(request, entered.conversation)
  })

/** Names of parameters that say whose something is. */
const guarded = /:(conversationId|pairId|reviewId)(\/|$)/

/**
 * Keeps the findings of gates on the request. A route about a conversation, a pair or a review pack that declares no gate
 * keeps the server from starting. Reading a finding that no gate made throws.
 */
export const gates = fp(
  async (app) => {
    app.addHook('onRoute', ({ url, preHandler }) => {
      if (guarded.test(url) && !isGated(preHandler)) throw new Error(`${url} declares no gate.`)
    })
    const pairOf = (request: object) => insideOf(request).pair
    const memberOf = (request: object) => insideOf(request).member
    app.decorateRequest('pair', readOn(pairOf))
    app.decorateRequest('member', readOn(memberOf))
    app.decorateRequest('conversation', readOn(conversations.of))
  },
  { name: 'gates', dependencies: ['auth'] },
)
