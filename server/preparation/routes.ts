import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import type { AuditAction } from '../contract/audit.ts'
import { Preparation, PreparationInput } from '../contract/preparation.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { actOf } from '../conversation/act.ts'
import { conversationAccess } from '../conversation/data.ts'
import { isOver } from '../pair/policy.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { preparationMutations } from './mutations.ts'
import { mineView, sealedPreparations, sealText } from './sealed.ts'

/** Each their own preparation; reading comes with the conversation. */
export const preparationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const conversations = await app.database.collection(conversationSpec)
  const preparations = preparationMutations(await whileItLasts(app.database, conversationSpec))
  app.sealedPlaces.push(...sealedPreparations(conversations, app.sealing))
  const access = await conversationAccess(app.database)
  const trail = auditTrail(await app.database.collection(auditSpec))

  app.put(
    '/api/conversations/:conversationId/preparation',
    {
      schema: {
        params: Strict({ conversationId: Id }),
        body: PreparationInput,
        response: { 200: Preparation, ...problemAnswers },
      },
    },
    async (request) => {
      const entered = await access(personOf(request), request.params.conversationId)
      if (!entered) throw new Refused('not-found')
      const { conversation, member, pair } = entered
      if (isOver(pair)) throw new Refused('pair-ended')
      const { body } = request
      const sealed = await sealText(app.sealing, conversation, member.role, body)
      const written = await preparations.write(conversation, member.role, body, sealed, app.now())
      if (!written.ok) throw new Refused(written.reason)
      const mine = await mineView(app.sealing, written.conversation, member.role)
      if (!mine) throw new Refused('internal')
      // A draft is nobody else's: not even that it was written.
      const told = toldAs(conversation.preparation?.[member.role]?.shared ?? false, mine.shared)
      if (told) {
        await trail(told, actOf(entered, app.now()))
        app.announce.emit('changed', conversation._id)
      }
      return mine
    },
  )
}

/** What the trail says of it, by whether it was shared before and is now; of a draft, nothing. */
function toldAs(before: boolean, now: boolean): AuditAction | null {
  if (before && now) return 'changed-preparation'
  if (now) return 'shared-preparation'
  return before ? 'took-back-preparation' : null
}
