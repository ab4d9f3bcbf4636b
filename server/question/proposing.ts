import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Asked, Proposals } from '../contract/question.ts'
import { Id, Strict } from '../contract/shape.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { actOf } from '../conversation/act.ts'
import { conversationAccess, conversationData } from '../conversation/data.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import { isOver } from '../pair/policy.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { templatesOf } from '../template/data.ts'
import { shelfSpec } from './collection.ts'
import { questionData } from './data.ts'
import { propose } from './propose.ts'
import { situationOf } from './situation.ts'

const params = Strict({ conversationId: Id })

/** Talks that are looked back on: enough to know what was asked lately, and how often the two have talked. */
const lookBack = 10

/** Three to five questions for a step of a conversation, and which of them were picked. */
export const proposingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const trail = auditTrail(await app.database.collection(auditSpec))
  const access = await conversationAccess(app.database)
  const conversations = await app.database.collection(conversationSpec)
  const { before } = conversationData(conversations)
  const { ask } = conversationMutations(conversations)
  const commitments = commitmentData(await app.database.collection(commitmentSpec))
  const templates = await templatesOf(app.database)
  const { findable } = questionData(await app.database.collection(shelfSpec))

  async function enter(request: SignedInRequest, conversationId: string, stepId: string) {
    const entered = await access(personOf(request), conversationId)
    if (!entered) throw new Refused('not-found')
    const { conversation, pair, member } = entered
    const template = await templates.held(conversation.template, pair.tenantId)
    const step = template.steps.find((one) => one.id === stepId)
    if (!step) throw new Refused('not-found')
    return { conversation, pair, member, template, step }
  }

  app.get(
    '/api/conversations/:conversationId/questions',
    {
      schema: {
        params,
        querystring: Strict({ step: Asked.properties.step }),
        response: { 200: Proposals, ...problemAnswers },
      },
    },
    async (request): Promise<Proposals> => {
      const entered = await enter(request, request.params.conversationId, request.query.step)
      const { conversation, pair, template, step } = entered
      const [questions, earlier, open] = await Promise.all([
        findable(personOf(request), [pair]),
        before(pair._id, conversation.meeting.start, lookBack),
        commitments.open([pair._id]),
      ])
      const situation = situationOf(conversation, earlier, open)
      return { questions: propose({ ...situation, step, limit: template.questionLimit, questions }) }
    },
  )

  app.post(
    '/api/conversations/:conversationId/asked',
    { schema: { params, body: Asked, response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { questionId, step } = request.body
      const entered = await enter(request, request.params.conversationId, step)
      const { conversation, pair } = entered
      if (isOver(pair)) throw new Refused('pair-ended')
      const known = await findable(personOf(request), [pair])
      if (!known.some((one) => one.id === questionId)) throw new Refused('not-found')
      await ask(conversation, { question: questionId, step })
      await trail('asked-question', actOf(entered, app.now(), questionId))
      app.announce.emit('changed', conversation._id)
      return reply.code(204).send(null)
    },
  )
}
