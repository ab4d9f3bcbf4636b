import fp from 'fastify-plugin'
import { insideOf, isGated, letIn, refuseWhenOver, gate, type GateOptions } from '../pair/gate.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import type { ConversationDocument } from './collection.ts'
import { conversationAccess, type Entered } from './data.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The conversation that a gate let this person into. @throws Error on a route without such a gate */
    readonly conversation: ConversationDocument
  }
}

const found = new WeakMap<object, Entered>()

function enteredOf(request: object): Entered {
  const entered = found.get(request)
  if (!entered) throw new Error('A route reads its conversation, and no gate let anybody in.')
  return entered
}

/** A gate of a route with `:conversationId`: lets in its pair's two members, and nobody else learns whether it is there. */
export const inConversation = (options: GateOptions = {}) =>
  gate(async (request) => {
    const { conversationId } = request.params as { conversationId: string }
    const entered = await conversationAccess(request.server.collections)(personOf(request), conversationId)
    if (!entered) throw new Refused('not-found')
    refuseWhenOver(entered, options)
    letIn(request, entered)
    found.set(request, entered)
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
    app.decorateRequest('pair', {
      getter: function (this: object) {
        return insideOf(this).pair
      },
    })
    app.decorateRequest('member', {
      getter: function (this: object) {
        return insideOf(this).member
      },
    })
    app.decorateRequest('conversation', {
      getter: function (this: object) {
        return enteredOf(this).conversation
      },
    })
  },
  { name: 'gates', dependencies: ['auth'] },
)
