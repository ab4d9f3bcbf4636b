import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { steeringReasons } from '../content/steering.ts'
import { Choices, ChooseTemplate, UsualTemplate, type Choice } from '../contract/choice.ts'
import { Conversation } from '../contract/conversation.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import type { Template } from '../contract/template.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Entered } from '../conversation/data.ts'
import type { ConversationMutations } from '../conversation/mutations.ts'
import { actOf } from '../conversation/act.ts'
import type { Trail } from '../audit/mutations.ts'
import type { PairMutations } from '../pair/mutations.ts'
import { isOver } from '../pair/policy.ts'
import type { SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { theirsView } from '../preparation/sealed.ts'
import type { TemplateData } from '../template/data.ts'
import type { Effective } from '../template/effective.ts'
import { signsIn } from './steering.ts'

const params = Strict({ conversationId: Id })

/** Which template a conversation is held with; either of the two may choose, until it is finished. */
export const choosingRoutes: FastifyPluginAsyncTypebox<{
  enter: (request: SignedInRequest, conversationId: string) => Promise<Entered>
  view: (off: SwitchedOff, entered: Entered) => Promise<Conversation>
  mutations: ConversationMutations
  templates: TemplateData
  pairs: Pick<PairMutations, 'keepTemplate'>
  trail: Trail
}> = async (app, { enter, view, mutations, templates, pairs, trail }) => {
  /** What the two typed in the notes, and what they shared of their preparations. */
  async function typed(conversation: ConversationDocument): Promise<string> {
    const texts = (await app.liveNotes.texts(conversation._id)) ?? conversation.notes.texts
    const prepared = await Promise.all(
      (['coach', 'employee'] as const).map((role) => theirsView(app.sealing, conversation, role)),
    )
    const shared = prepared.flatMap((one) => one ?? [])
    return [...Object.values(texts), ...shared.flatMap(({ topics, note }) => [...topics, note])].join('\n')
  }

  async function offerOf(
    conversation: ConversationDocument,
    current: Template,
    set: Effective[],
  ): Promise<Choices['offer']> {
    const steering = set.find(({ template }) => template.intent === 'steering')
    if (!steering || current.intent === 'steering') return null
    const signs = signsIn(await typed(conversation))
    if (signs.length === 0) return null
    return {
      templateId: steering.template.id,
      signs: signs.map(({ why, words }) => ({ why, reason: steeringReasons[why], words })),
    }
  }

  app.get(
    '/api/conversations/:conversationId/templates',
    { schema: { params, response: { 200: Choices, ...problemAnswers } } },
    async (request): Promise<Choices> => {
      const entered = await enter(request, request.params.conversationId)
      const { conversation, pair } = entered
      // What the coach offers a team now is nothing to who was in it once.
      if (isOver(pair)) throw new Refused('pair-ended')
      const [current, set] = await Promise.all([
        templates.held(conversation.template, pair.tenantId),
        templates.offered(pair),
      ])
      const offer = await offerOf(conversation, current, set)
      // Its words are of what the two typed.
      if (offer) await trail('opened', actOf(entered, app.now()))
      return { current: current.id, usual: pair.usualTemplate ?? null, choices: set.map(choiceOf), offer }
    },
  )

  app.put(
    '/api/conversations/:conversationId/template',
    { schema: { params, body: ChooseTemplate, response: { 200: Conversation, ...problemAnswers } } },
    async (request) => {
      const { conversationId } = request.params
      const entered = await enter(request, conversationId)
      if (isOver(entered.pair)) throw new Refused('pair-ended')
      await app.liveNotes.flush(conversationId)
      const set = await templates.offered(entered.pair)
      const chosen = set.find(({ template }) => template.id === request.body.templateId)
      if (!chosen) throw new Refused('not-found')
      const before = await templates.held(entered.conversation.template, entered.pair.tenantId)
      const conversation = await mutations.chooseTemplate(
        entered.conversation,
        chosen.reference,
        otherSteps(entered.conversation, before),
        entered.member.role,
      )
      if (!conversation) throw new Refused('talk-finished')
      await trail('chose-template', actOf(entered, app.now()))
      app.announce.emit('changed', conversationId)
      return view(request.switchedOff, { ...entered, conversation })
    },
  )

  app.put(
    '/api/conversations/:conversationId/usual-template',
    { schema: { params, body: UsualTemplate, response: { 200: UsualTemplate, ...problemAnswers } } },
    async (request): Promise<UsualTemplate> => {
      const entered = await enter(request, request.params.conversationId)
      if (isOver(entered.pair)) throw new Refused('pair-ended')
      const { templateId } = request.body
      const known = (await templates.offered(entered.pair)).some(({ template }) => template.id === templateId)
      if (templateId !== null && !known) throw new Refused('not-found')
      const pair = await pairs.keepTemplate(entered.pair, templateId)
      if (!pair) throw new Refused('not-found')
      await trail('chose-usual-template', actOf(entered, app.now()))
      return { templateId: pair.usualTemplate ?? null }
    },
  )
}

const choiceOf = ({ template, from }: Effective): Choice => ({
  id: template.id,
  title: template.title,
  description: template.description,
  intent: template.intent,
  minutes: template.steps.reduce((sum, { kind, minutes }) => sum + (kind === 'preparation' ? 0 : minutes), 0),
  from,
})

/** The steps of all templates that this conversation had until now, by their latest titles. */
function otherSteps({ otherSteps = [] }: ConversationDocument, before: Template) {
  const left = before.steps.filter(({ kind }) => kind === 'notes').map(({ id, title }) => ({ id, title }))
  return [...otherSteps.filter(({ id }) => !left.some((one) => one.id === id)), ...left]
}
