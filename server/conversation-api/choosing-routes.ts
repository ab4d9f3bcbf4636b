import type { FastifyPluginAsync } from 'fastify'
import { steeringReasons } from '../content/steering.ts'
import {
  chooseTemplate,
  getChoices,
  putUsualTemplate,
  type Choice,
  type Choices,
} from '../contract/choice.ts'
import type { Template } from '../contract/template.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import { inConversation } from '../conversation/gate.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import { eventOf } from '../conversation/event.ts'
import { route } from '../http/route.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { pairMutations } from '../pair/mutations.ts'
import { Refused } from '../plugins/problems.ts'
import { seldom } from '../plugins/seldom.ts'
import { theirsView } from '../preparation/view.ts'
import { templatesOf } from '../template/data.ts'
import type { Effective } from '../template/effective.ts'
import { signsIn } from './steering.ts'
import type { View } from './view.ts'

/** How often in a minute a person may look which template fits: all of the notes are read for words that steer. */
const looks = 60

/** Which template a conversation is held with; either of the two may choose, until it is finished. */
export const choosingRoutes: FastifyPluginAsync<{ view: View }> = async (app, { view }) => {
  const { pairs, conversations } = app.collections
  const mutations = conversationMutations(activeOnly(pairs, conversations))
  const { keepTemplate } = pairMutations(pairs)
  const templates = templatesOf(app.collections)

  /** The notes of the two and the preparations that they shared, to look for signs in. */
  async function typed(conversation: ConversationDocument): Promise<string> {
    const texts = (await app.liveNotes.texts(conversation._id)) ?? conversation.notes.texts
    const prepared = await Promise.all(
      (['coach', 'employee'] as const).map((role) => theirsView(conversation, role)),
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

  // Also to read: what the coach offers a team now is nothing to who was in it once.
  const seldomInConversation = { ...seldom(app, looks, '1 minute'), ...inConversation({ toWrite: true }) }
  route(app, getChoices, seldomInConversation, async (request) => {
    const { conversation, pair } = request
    const [current, set] = await Promise.all([
      templates.held(conversation.template, pair.tenantId),
      templates.offered(pair),
    ])
    const offer = await offerOf(conversation, current, set)
    // Its words are of what the two typed.
    if (offer) await app.audit.record('opened', eventOf(request, app.now()))
    return { current: current.id, usual: pair.usualTemplate ?? null, choices: set.map(choiceOf), offer }
  })

  route(app, chooseTemplate, inConversation({ toWrite: true }), async (request) => {
    const { conversationId } = request.params
    const { pair, member } = request
    await app.liveNotes.flush(conversationId)
    const set = await templates.offered(pair)
    const chosen = set.find(({ template }) => template.id === request.body.templateId)
    if (!chosen) throw new Refused('not-found')
    const before = await templates.held(request.conversation.template, pair.tenantId)
    const conversation = await mutations.chooseTemplate(
      request.conversation,
      chosen.reference,
      otherSteps(request.conversation, before),
      member.role,
    )
    if (!conversation) throw new Refused('conversation-finished')
    await app.audit.record('chose-template', eventOf(request, app.now()))
    app.announce.emit('changed', conversationId)
    return view(request.switchedOff, { conversation, pair, member })
  })

  route(app, putUsualTemplate, inConversation({ toWrite: true }), async (request) => {
    const { templateId } = request.body
    const known = (await templates.offered(request.pair)).some(({ template }) => template.id === templateId)
    if (templateId !== null && !known) throw new Refused('not-found')
    const pair = await keepTemplate(request.pair, templateId)
    if (!pair) throw new Refused('not-found')
    await app.audit.record('chose-usual-template', eventOf(request, app.now()))
    return { templateId: pair.usualTemplate ?? null }
  })
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
