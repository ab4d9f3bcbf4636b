import type { FastifyPluginAsync } from 'fastify'
import { getFeedback, putReflection, putRating, type FeedbackAnswer } from '../contract/feedback.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { eventOf } from '../conversation/event.ts'
import type { Entered } from '../conversation/data.ts'
import { inConversation } from '../conversation/gate.ts'
import { route } from '../http/route.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { Refused } from '../plugins/problems.ts'
import { feedbackData } from './data.ts'
import { feedbackMutations, type FeedbackScope } from './mutations.ts'
import { mayWriteReflection, showEachOther } from './policy.ts'
import { feedbackView } from './view.ts'

/** Feedback on a conversation: the coach's reflection, and a rating by each. */
export const feedbackRoutes: FastifyPluginAsync = async (app) => {
  const { both } = feedbackData(app.collections.feedback)
  const { reflection, rate } = feedbackMutations(activeOnly(app.collections.pairs, app.collections.feedback))

  const keyIn = ({ conversation: { _id, tenantId, pairId }, member: { role } }: Entered): FeedbackScope => ({
    tenantId,
    pairId,
    conversationId: _id,
    role,
  })
  async function view(off: SwitchedOff, { conversationId, role }: FeedbackScope): Promise<FeedbackAnswer> {
    const ratings = !off.includes('ratings')
    const said = feedbackView(role, await both(conversationId, role))
    return { ...said, ratings, ...(ratings ? {} : { rating: null, theirRating: null }) }
  }

  route(app, getFeedback, inConversation(), async (request) => {
    const shown = await view(request.switchedOff, keyIn(request))
    if (shown.theirRating !== null) await app.audit.record('read-rating', eventOf(request, app.now()))
    return shown
  })

  route(app, putReflection, inConversation({ toWrite: true }), async (request) => {
    const key = keyIn(request)
    if (!mayWriteReflection(key.role)) throw new Refused('forbidden')
    const written = await reflection(key, request.body, app.now())
    if (!written) throw new Refused('changed-meanwhile')
    return view(request.switchedOff, key)
  })

  route(app, putRating, inConversation({ toWrite: true }), async (request) => {
    const { conversationId } = request.params
    const key = keyIn(request)
    if (request.switchedOff.includes('ratings')) throw new Refused('switched-off')
    const before = showEachOther(await both(conversationId, key.role))
    await rate(key, request.body, app.now())
    const after = await both(conversationId, key.role)
    // The other hears of it only when that changes what they see.
    if (before || showEachOther(after)) {
      await app.audit.record('showed-rating', eventOf(request, app.now()))
      app.announce.emit('changed', conversationId)
    }
    return view(request.switchedOff, key)
  })
}
