import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { questionById } from '../content/library.ts'
import { problemAnswers } from '../contract/problem.ts'
import type { Role } from '../contract/pair.ts'
import { Scale, ScaleInput } from '../contract/scale.ts'
import { Id, Strict } from '../contract/shape.ts'
import { Question } from '../contract/question.ts'
import { actOf } from '../conversation/act.ts'
import { conversationAccess, type Entered } from '../conversation/data.ts'
import { isOver, otherRole } from '../pair/policy.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { scaleSpec } from './collection.ts'
import { scaleData } from './data.ts'
import { scaleMutations } from './mutations.ts'
import { scaleView } from './view.ts'

const params = Strict({ conversationId: Id, question: Question.properties.id })
const path = '/api/conversations/:conversationId/scales/:question'

/** Scale questions: each answers for themselves, both see both, and how it went over their talks. */
export const scaleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const scales = await app.database.collection(scaleSpec)
  const { inTalk, before } = scaleData(scales)
  const { write } = scaleMutations(scales)
  const access = await conversationAccess(app.database)
  const trail = auditTrail(await app.database.collection(auditSpec))

  async function enter(request: SignedInRequest, conversationId: string, question: string): Promise<Entered> {
    const entered = await access(personOf(request), conversationId)
    if (!entered || questionById(question)?.kind !== 'scale') throw new Refused('not-found')
    return entered
  }
  const view = async ({ conversation, pair, member }: Entered, question: string): Promise<Scale> => {
    const [now, earlier] = await Promise.all([
      inTalk(conversation._id, question),
      before(pair._id, question, conversation.meeting.start),
    ])
    const roles = { mine: member.role, theirs: otherRole(member.role) }
    return scaleView(question, conversation, now, earlier, roles)
  }

  app.get(
    path,
    { schema: { params, response: { 200: Scale, ...problemAnswers } } },
    async (request): Promise<Scale> => {
      const { conversationId, question } = request.params
      const entered = await enter(request, conversationId, question)
      const shown = await view(entered, question)
      // One's own answers, or none, are nothing of the other's.
      if (tellsOfOther(shown, entered.member.role))
        await trail('read-scale', actOf(entered, app.now(), question))
      return shown
    },
  )

  app.put(
    path,
    { schema: { params, body: ScaleInput, response: { 200: Scale, ...problemAnswers } } },
    async (request): Promise<Scale> => {
      const { conversationId, question } = request.params
      const entered = await enter(request, conversationId, question)
      if (isOver(entered.pair)) throw new Refused('pair-ended')
      const { role } = entered.member
      const written = await write(entered.conversation, { question, role }, request.body, app.now())
      if (!written.ok) throw new Refused(written.reason)
      await trail('answered-scale', actOf(entered, app.now(), question))
      app.announce.emit('changed', conversationId)
      return view(entered, question)
    },
  )
}

const tellsOfOther = ({ theirs, course }: Scale, mine: Role): boolean =>
  theirs !== null || course.some((talk) => talk[otherRole(mine)] !== null)
