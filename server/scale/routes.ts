import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { problemAnswers } from '../contract/problem.ts'
import type { Role } from '../contract/pair.ts'
import { Scale, ScaleInput } from '../contract/scale.ts'
import { Id, Strict } from '../contract/shape.ts'
import { Question, type FoundQuestion } from '../contract/question.ts'
import { actOf } from '../conversation/act.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationAccess, type Entered } from '../conversation/data.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import { isOver, otherRole } from '../pair/policy.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { keep, knownIn } from '../question/known.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { questionData } from '../shelf/data.ts'
import { templatesOf } from '../template/data.ts'
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
  const { write } = scaleMutations(await whileItLasts(app.database, scaleSpec))
  const access = await conversationAccess(app.database)
  const { answer } = conversationMutations(await app.database.collection(conversationSpec))
  const { findable } = questionData(await app.database.collection(shelfSpec))
  const templates = await templatesOf(app.database)
  const trail = auditTrail(await app.database.collection(auditSpec))

  /** A scale question that this person knows in this talk: of the library, of the template, or somebody's own. */
  async function enter(
    request: SignedInRequest,
    conversationId: string,
    questionId: string,
  ): Promise<Entered & { asked: FoundQuestion }> {
    const person = personOf(request)
    const entered = await access(person, conversationId)
    if (!entered) throw new Refused('not-found')
    const { conversation, pair } = entered
    const [found, template] = await Promise.all([
      findable(person, [pair]),
      templates.held(conversation.template, pair.tenantId),
    ])
    const known = knownIn(found, template, conversation, person.oid)
    const asked = known.find((one) => one.id === questionId && one.kind === 'scale')
    if (!asked) throw new Refused('not-found')
    return { ...entered, asked }
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
      // First what it is an answer to: a number whose question is gone says nothing.
      await answer(entered.conversation, { question, ...keep(entered.asked, personOf(request).oid) })
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
