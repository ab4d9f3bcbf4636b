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
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { questionData } from '../shelf/data.ts'
import { templatesOf } from '../template/data.ts'
import { keep, knownIn } from './known.ts'
import { propose } from './propose.ts'
import { situationOf } from './situation.ts'

const params = Strict({ conversationId: Id })
const asked = '/api/conversations/:conversationId/asked'

/** Talks that are looked back on: enough to know what was asked lately, and how often the two have talked. */
const lookBack = 10

/** Three to five questions for a step of a conversation, and which of them were picked. */
export const proposingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const trail = auditTrail(await app.database.collection(auditSpec))
  const access = await conversationAccess(app.database)
  const conversations = await app.database.collection(conversationSpec)
  const { before } = conversationData(conversations)
  const { ask, unask, show } = conversationMutations(await whileItLasts(app.database, conversationSpec))
  const commitments = commitmentData(await app.database.collection(commitmentSpec))
  const templates = await templatesOf(app.database)
  const { findable } = questionData(await app.database.collection(shelfSpec))

  async function enter(request: SignedInRequest, conversationId: string, stepId: string) {
    const person = personOf(request)
    const entered = await access(person, conversationId)
    if (!entered) throw new Refused('not-found')
    const { conversation, pair } = entered
    const template = await templates.held(conversation.template, pair.tenantId)
    const step = template.steps.find((one) => one.id === stepId)
    if (!step) throw new Refused('not-found')
    const known = async () => knownIn(await findable(person, [pair]), template, conversation, person.oid)
    return { entered, conversation, pair, template, step, known }
  }

  /** A question that this person knows in a talk that can still be changed. */
  async function pickable(request: SignedInRequest, conversationId: string, { questionId, step }: Asked) {
    const { entered, conversation, pair, known } = await enter(request, conversationId, step)
    if (isOver(pair)) throw new Refused('pair-ended')
    const question = (await known()).find((one) => one.id === questionId)
    if (!question) throw new Refused('not-found')
    return { conversation, question, act: actOf(entered, app.now(), questionId) }
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
        entered.known(),
        before(pair._id, conversation.meeting.start, lookBack),
        commitments.open([pair._id]),
      ])
      const proposed = propose({
        ...situationOf(conversation, earlier, open),
        step,
        limit: template.questionLimit,
        isClosed: !template.open.includes('questions'),
        questions,
      })
      const picked = new Set(conversation.asked?.map(({ question }) => question))
      const ofTalk = questions.filter(({ id }) => picked.has(id)).length
      // What the coach asks a team now is nothing to who was in it once: they read what was picked between the two.
      if (isOver(pair)) return { questions: proposed.filter((one) => one.asked), picked: ofTalk }
      const shown = new Set(conversation.shown)
      const fresh = proposed.flatMap(({ id }) => (shown.has(id) ? [] : [id]))
      if (fresh.length > 0 && conversation.state === 'open') await show(conversation, fresh)
      return { questions: proposed, picked: ofTalk }
    },
  )

  app.post(
    asked,
    { schema: { params, body: Asked, response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { conversation, question, act } = await pickable(
        request,
        request.params.conversationId,
        request.body,
      )
      const picked = {
        question: question.id,
        step: request.body.step,
        ...keep(question, personOf(request).oid),
      }
      if (!(await ask(conversation, picked))) throw new Refused('enough')
      await trail('asked-question', act)
      app.announce.emit('changed', conversation._id)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    asked,
    { schema: { params, querystring: Asked, response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { conversation, question, act } = await pickable(
        request,
        request.params.conversationId,
        request.query,
      )
      await unask(conversation, { question: question.id, step: request.query.step })
      await trail('unasked-question', act)
      app.announce.emit('changed', conversation._id)
      return reply.code(204).send(null)
    },
  )
}
