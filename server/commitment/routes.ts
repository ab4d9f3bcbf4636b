import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Commitment, CommitmentInput, FollowUpInput } from '../contract/commitment.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import { actOf } from '../conversation/act.ts'
import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationAccess, conversationData } from '../conversation/data.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { templatesOf } from '../template/data.ts'
import { auditSpec } from '../audit/collection.ts'
import type { Act } from '../audit/act.ts'
import { auditTrail } from '../audit/mutations.ts'
import type { AuditAction } from '../contract/audit.ts'
import { isOver } from '../pair/policy.ts'
import { commitmentSpec } from './collection.ts'
import { commitmentMutations, type Place, type Written } from './mutations.ts'
import { commitmentView } from './view.ts'

const params = Strict({ conversationId: Id, commitmentId: Id })

/** The commitments of a conversation, and what it says of earlier ones. */
export const commitmentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const commitments = commitmentMutations(await whileItLasts(app.database, commitmentSpec))
  const access = await conversationAccess(app.database)
  const { isPast } = conversationData(await app.database.collection(conversationSpec))
  const templates = await templatesOf(app.database)
  const trail = auditTrail(await app.database.collection(auditSpec))

  async function enter(
    request: SignedInRequest,
    { conversationId, commitmentId }: { conversationId: string; commitmentId: string },
  ) {
    const entered = await access(personOf(request), conversationId)
    if (!entered) throw new Refused('not-found')
    const { conversation, member, pair } = entered
    if (isOver(pair)) throw new Refused('pair-ended')
    const place: Place = {
      tenantId: conversation.tenantId,
      pairId: conversation.pairId,
      conversationId,
      start: conversation.meeting.start,
      at: app.now(),
      by: member.role,
    }
    const template = await templates.held(conversation.template, conversation.tenantId)
    const act = actOf(entered, place.at, commitmentId)
    return { place, limit: template.commitmentLimit, act, conversation }
  }

  /** @throws Refused when the talk is over and another has come: it stays as it was held */
  async function stillOf(
    conversation: ConversationDocument,
    why: 'carried-over' | 'talk-past',
  ): Promise<void> {
    if (await isPast(conversation, app.now())) throw new Refused(why)
  }

  const answer = async (
    written: Written,
    conversationId: string,
    what: AuditAction,
    act: Act,
  ): Promise<Commitment> => {
    if (!written.ok) throw new Refused(written.reason)
    await trail(what, act)
    app.announce.emit('changed', conversationId)
    return commitmentView(written.commitment)
  }

  app.put(
    '/api/conversations/:conversationId/commitments/:commitmentId',
    { schema: { params, body: CommitmentInput, response: { 200: Commitment, ...problemAnswers } } },
    async (request) => {
      const { conversationId, commitmentId } = request.params
      const { place, limit, act, conversation } = await enter(request, request.params)
      const isNew = request.body.revision === 0
      await stillOf(conversation, isNew ? 'talk-past' : 'carried-over')
      const written = isNew
        ? await commitments.make(commitmentId, request.body, place, limit)
        : await commitments.change(commitmentId, request.body, place)
      return answer(written, conversationId, isNew ? 'made-commitment' : 'changed-commitment', act)
    },
  )

  app.delete(
    '/api/conversations/:conversationId/commitments/:commitmentId',
    {
      schema: {
        params,
        querystring: Strict({ revision: Type.String({ pattern: '^[1-9][0-9]{0,6}$' }) }),
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { conversationId, commitmentId } = request.params
      const { place, act, conversation } = await enter(request, request.params)
      await stillOf(conversation, 'carried-over')
      const removed = await commitments.remove(commitmentId, Number(request.query.revision), place)
      if (!removed.ok) throw new Refused(removed.reason)
      if (removed.removed) await trail('removed-commitment', act)
      app.announce.emit('changed', conversationId)
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/conversations/:conversationId/follow-ups/:commitmentId',
    { schema: { params, body: FollowUpInput, response: { 200: Commitment, ...problemAnswers } } },
    async (request) => {
      const { conversationId, commitmentId } = request.params
      const { place, act } = await enter(request, request.params)
      if (request.body.outcome === 'dropped' && !request.body.why?.trim())
        throw new Refused('invalid-request', {
          errors: [{ pointer: '/why', message: 'is required of what is dropped' }],
        })
      const written = await commitments.followUp(commitmentId, request.body, place)
      return answer(written, conversationId, 'followed-up', act)
    },
  )
}
