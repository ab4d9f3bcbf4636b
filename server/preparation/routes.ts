import type { FastifyPluginAsync } from 'fastify'
import type { AuditAction } from '../contract/audit.ts'
import { putPreparation } from '../contract/preparation.ts'
import { eventOf } from '../conversation/event.ts'
import { inConversation } from '../conversation/gate.ts'
import { route } from '../http/route.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { Refused } from '../plugins/problems.ts'
import { preparationMutations } from './mutations.ts'
import { mineView } from './view.ts'

/** Each their own preparation; reading comes with the conversation. */
export const preparationRoutes: FastifyPluginAsync = async (app) => {
  const preparations = preparationMutations(activeOnly(app.collections.pairs, app.collections.conversations))

  route(app, putPreparation, inConversation({ toWrite: true }), async (request) => {
    const { conversation, member, body } = request
    const written = await preparations.write(conversation, member.role, body, app.now())
    if (!written.ok) throw new Refused(written.reason)
    const mine = mineView(written.conversation, member.role)
    if (!mine) throw new Refused('internal')
    // A draft is nobody else's: not even that it was written.
    const action = auditActionOf(conversation.preparation?.[member.role]?.shared ?? false, mine.shared)
    if (action) {
      await app.audit.record(action, eventOf(request, app.now()))
      app.announce.emit('changed', conversation._id)
    }
    return mine
  })
}

/** The action for the audit log, by whether it was shared before and is now; null for a draft. */
function auditActionOf(before: boolean, now: boolean): AuditAction | null {
  if (before && now) return 'changed-preparation'
  if (now) return 'shared-preparation'
  return before ? 'took-back-preparation' : null
}
