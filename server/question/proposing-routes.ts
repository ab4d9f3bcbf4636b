import type { FastifyPluginAsync } from 'fastify'
import { commitmentData } from '../commitment/data.ts'
import { askQuestion, getQuestionProposals, unaskQuestion, type Asked } from '../contract/question.ts'
import { eventOf } from '../conversation/event.ts'
import { conversationData, type Entered } from '../conversation/data.ts'
import { inConversation } from '../conversation/gate.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import { route } from '../http/route.ts'
import { isOver } from '../pair/policy.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { questionData } from '../saved-questions/data.ts'
import { templatesOf } from '../template/data.ts'
import { keep, knownIn } from './known.ts'
import { propose } from './propose.ts'
import { situationOf } from './situation.ts'

/** Conversations that are looked back on: enough to know what was asked lately, and how often the two have talked. */
const lookBack = 10

/** Three to five questions for a step of a conversation, and which of them were picked. */
export const proposingRoutes: FastifyPluginAsync = async (app) => {
  const { pairs, conversations } = app.collections
  const { before } = conversationData(conversations)
  const { ask, unask, show } = conversationMutations(activeOnly(pairs, conversations))
  const commitments = commitmentData(app.collections.commitments)
  const templates = templatesOf(app.collections)
  const { findable } = questionData(app.collections.savedQuestions)

  async function stepOf(request: SignedInRequest & Entered, stepId: string) {
    const person = personOf(request)
    const { conversation, pair } = request
    const template = await templates.held(conversation.template, pair.tenantId)
    const step = template.steps.find((one) => one.id === stepId)
    if (!step) throw new Refused('not-found')
    const known = async () => knownIn(await findable(person, [pair]), template, conversation, person.oid)
    return { template, step, known }
  }

  /** A question that this person knows in a conversation that can still be changed. */
  async function pickable(request: SignedInRequest & Entered, { questionId, step }: Asked) {
    const { known } = await stepOf(request, step)
    const question = (await known()).find((one) => one.id === questionId)
    if (!question) throw new Refused('not-found')
    return { conversation: request.conversation, question, event: eventOf(request, app.now(), questionId) }
  }

  route(app, getQuestionProposals, inConversation(), async (request) => {
    const { conversation, pair } = request
    const { template, step, known } = await stepOf(request, request.query.step)
    const [questions, earlier, open] = await Promise.all([
      known(),
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
    const ofConversation = questions.filter(({ id }) => picked.has(id)).length
    // The card of an ended pair is the one that was before both. A former employee does not see the coach's present
    // questions for the team, only those picked between the two.
    const isKnown = (id: string) => proposed.some((one) => one.id === id)
    const card =
      conversation.asked?.findLast((one) => one.step === step.id && isKnown(one.question))?.question ?? null
    if (isOver(pair)) return { questions: proposed.filter((one) => one.asked), picked: ofConversation, card }
    const shown = new Set(conversation.shown)
    const fresh = proposed.flatMap(({ id }) => (shown.has(id) ? [] : [id]))
    if (fresh.length > 0 && conversation.state === 'open') await show(conversation, fresh)
    return { questions: proposed, picked: ofConversation, card }
  })

  route(app, askQuestion, inConversation({ toWrite: true }), async (request) => {
    const { conversation, question, event } = await pickable(request, request.body)
    const picked = {
      question: question.id,
      step: request.body.step,
      ...keep(question, personOf(request).oid),
    }
    const instead = question.source === 'mine' ? undefined : request.body.instead
    if (!(await ask(conversation, picked, instead))) throw new Refused('enough')
    await app.audit.record('asked-question', event)
    app.announce.emit('changed', conversation._id)
  })

  route(app, unaskQuestion, inConversation({ toWrite: true }), async (request) => {
    const { conversation, question, event } = await pickable(request, request.query)
    await unask(conversation, { question: question.id, step: request.query.step })
    await app.audit.record('unasked-question', event)
    app.announce.emit('changed', conversation._id)
  })
}
