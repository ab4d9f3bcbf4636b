import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Trail } from '../audit/mutations.ts'
import type { CommitmentData } from '../commitment/data.ts'
import { asOf } from '../commitment/held.ts'
import { commitmentView } from '../commitment/view.ts'
import { Conversation, Finish, Previous, Shared, Summary } from '../contract/conversation.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Scope } from '../contract/publication.ts'
import { Id, Strict } from '../contract/shape.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { actOf } from '../conversation/act.ts'
import type { conversationData, Entered } from '../conversation/data.ts'
import type { ConversationMutations } from '../conversation/mutations.ts'
import type { PairMutations } from '../pair/mutations.ts'
import { isOver, memberWith } from '../pair/policy.ts'
import type { SignedInRequest } from '../plugins/auth.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import type { TemplateData } from '../template/data.ts'
import { isEmpty, scopesOf, summaryOf } from './summary.ts'

const params = Strict({ conversationId: Id })

/** What would be shared of a conversation, what was, and finishing it. */
export const finishingRoutes: FastifyPluginAsyncTypebox<{
  enter: (request: SignedInRequest, conversationId: string) => Promise<Entered>
  view: (off: SwitchedOff, entered: Entered) => Promise<Conversation>
  mutations: ConversationMutations
  templates: TemplateData
  pairs: Pick<PairMutations, 'keepScope'>
  commitments: Pick<CommitmentData, 'made'>
  before: ReturnType<typeof conversationData>['before']
  /** Talks that are looked back on. */
  lookBack: number
  trail: Trail
}> = async (app, parts) => {
  const { enter, view, mutations, templates, pairs, commitments, before, lookBack, trail } = parts

  async function summary(off: SwitchedOff, { conversation, pair }: Entered, scope: Scope): Promise<Summary> {
    if (!scopesOf(off).includes(scope)) throw new Refused('switched-off')
    const made = await commitments.made(conversation._id)
    const texts = (await app.liveNotes.texts(conversation._id)) ?? conversation.notes.texts
    const names = { coach: memberWith(pair, 'coach').name, employee: memberWith(pair, 'employee').name }
    const template = await templates.held(conversation.template, conversation.tenantId)
    const { start, end } = conversation.meeting
    const talk = { id: conversation._id, start, end }
    // What a later talk made of the words is that one's to share.
    const asEnded = made.map((one) => commitmentView(asOf(one, talk)))
    return summaryOf(scope, template, texts, asEnded, names)
  }

  app.get(
    '/api/conversations/:conversationId/summary',
    {
      schema: {
        params,
        querystring: Strict({ scope: Scope }),
        response: { 200: Summary, ...problemAnswers },
      },
    },
    async (request) => {
      const entered = await enter(request, request.params.conversationId)
      await trail('opened', actOf(entered, app.now()))
      return summary(request.switchedOff, entered, request.query.scope)
    },
  )

  app.get(
    '/api/conversations/:conversationId/shared',
    { schema: { params, response: { 200: Shared, ...problemAnswers } } },
    async (request): Promise<Shared> => {
      const entered = await enter(request, request.params.conversationId)
      await trail('opened', actOf(entered, app.now()))
      return { shared: entered.conversation.publication?.summary ?? null }
    },
  )

  app.get(
    '/api/conversations/:conversationId/previous',
    { schema: { params, response: { 200: Previous, ...problemAnswers } } },
    async (request): Promise<Previous> => {
      const entered = await enter(request, request.params.conversationId)
      const { conversation } = entered
      const earlier = await before(conversation.pairId, conversation.meeting.start, lookBack)
      const last = earlier.find((one) => one.state === 'finished')
      if (!last?.publication) return { previous: null }
      await trail('read-summary', actOf({ ...entered, conversation: last }, app.now()))
      return { previous: { start: last.meeting.start.toISOString(), summary: last.publication.summary } }
    },
  )

  app.post(
    '/api/conversations/:conversationId/finish',
    { schema: { params, body: Finish, response: { 200: Conversation, ...problemAnswers } } },
    async (request) => {
      const { conversationId } = request.params
      const entered = await enter(request, conversationId)
      if (isOver(entered.pair)) throw new Refused('pair-ended')
      const now = await summary(request.switchedOff, entered, request.body.scope)
      if (isEmpty(now)) throw new Refused('nothing-to-share')
      if (now.fingerprint !== request.body.fingerprint) throw new Refused('summary-changed')
      await app.liveNotes.flush(conversationId)
      // What they had no choice in is not what they choose the next time.
      const chose = scopesOf(request.switchedOff).length > 1
      const pair = chose ? await pairs.keepScope(entered.pair, request.body.scope) : entered.pair
      if (!pair) throw new Refused('pair-ended')
      const conversation = await mutations.finish(entered.conversation, {
        at: app.now(),
        language: languageOf(request),
        summary: now,
        overEdited: request.body.overEdited === true,
      })
      if (!conversation) throw new Refused('not-found')
      await trail('finished', actOf(entered, app.now()))
      app.announce.emit('due')
      app.announce.emit('changed', conversationId)
      return view(request.switchedOff, { ...entered, conversation, pair })
    },
  )
}
