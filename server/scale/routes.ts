import type { FastifyPluginAsync } from 'fastify'
import type { Role } from '../contract/pair.ts'
import { getScale, putScale, type Scale } from '../contract/scale.ts'
import type { FoundQuestion } from '../contract/question.ts'
import { eventOf } from '../conversation/event.ts'
import type { Entered } from '../conversation/data.ts'
import { inConversation } from '../conversation/gate.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import { route } from '../http/route.ts'
import { otherRole } from '../pair/policy.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { keep, knownIn } from '../question/known.ts'
import { questionData } from '../saved-questions/data.ts'
import { templatesOf } from '../template/data.ts'
import { scaleData } from './data.ts'
import { scaleMutations } from './mutations.ts'
import { scaleView } from './view.ts'

/** Scale questions: each answers for themselves, and sees the other's beside their own, now and over their conversations. */
export const scaleRoutes: FastifyPluginAsync = async (app) => {
  const { inThisConversation, before } = scaleData(app.collections.scales)
  const { write } = scaleMutations(activeOnly(app.collections.pairs, app.collections.scales))
  const { answer } = conversationMutations(app.collections.conversations)
  const { findable } = questionData(app.collections.savedQuestions)
  const templates = templatesOf(app.collections)

  /** A scale question that this person knows in this conversation: of the library, of the template, or somebody's own. */
  async function askedIn(request: SignedInRequest & Entered, questionId: string): Promise<FoundQuestion> {
    const person = personOf(request)
    const { conversation, pair } = request
    const [found, template] = await Promise.all([
      findable(person, [pair]),
      templates.held(conversation.template, pair.tenantId),
    ])
    const known = knownIn(found, template, conversation, person.oid)
    const asked = known.find((one) => one.id === questionId && one.kind === 'scale')
    if (!asked) throw new Refused('not-found')
    return asked
  }
  const view = async ({ conversation, pair, member }: Entered, question: string): Promise<Scale> => {
    const [now, earlier] = await Promise.all([
      inThisConversation(conversation._id, question),
      before(pair._id, question, conversation.meeting.start),
    ])
    const roles = { mine: member.role, theirs: otherRole(member.role) }
    return scaleView(question, conversation, now, earlier, roles)
  }

  route(app, getScale, inConversation(), async (request) => {
    const { question } = request.params
    await askedIn(request, question)
    const shown = await view(request, question)
    // One's own answers, or none, are nothing of the other's.
    if (tellsOfOther(shown, request.member.role))
      await app.audit.record('read-scale', eventOf(request, app.now(), question))
    return shown
  })

  route(app, putScale, inConversation({ toWrite: true }), async (request) => {
    const { conversationId, question } = request.params
    const asked = await askedIn(request, question)
    const { role } = request.member
    // First what it is an answer to: a number whose question is gone says nothing.
    await answer(request.conversation, { question, ...keep(asked, personOf(request).oid) })
    await write(request.conversation, { question, role }, request.body, app.now())
    await app.audit.record('answered-scale', eventOf(request, app.now(), question))
    app.announce.emit('changed', conversationId)
    return view(request, question)
  })
}

const tellsOfOther = ({ theirs, course }: Scale, mine: Role): boolean =>
  theirs !== null || course.some((conversation) => conversation[otherRole(mine)] !== null)
