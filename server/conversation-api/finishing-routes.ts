import type { FastifyPluginAsync } from 'fastify'
import { inConversation } from '../conversation/gate.ts'
import type { CommitmentDocument } from '../commitment/collection.ts'
import { commitmentData, madeBy } from '../commitment/data.ts'
import { asOf } from '../commitment/snapshot.ts'
import { commitmentView } from '../commitment/view.ts'
import type { Summary } from '../contract/conversation.ts'
import { getSummary, getShared, getPrevious, finishConversation } from '../contract/conversation.ts'
import type { Scope } from '../contract/publication.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { eventOf } from '../conversation/event.ts'
import { conversationData, type Entered } from '../conversation/data.ts'
import { lookBack } from '../conversation/recent.ts'
import { route } from '../http/route.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { pairMutations } from '../pair/mutations.ts'
import { namesOf } from '../pair/policy.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { publicationMutations } from '../publication/mutations.ts'
import { templatesOf } from '../template/data.ts'
import { isEmpty, scopesOf, summaryOf } from './summary.ts'
import type { View } from './view.ts'

/** The summary of a conversation before and after it is finished, and finishing it. */
export const finishingRoutes: FastifyPluginAsync<{ view: View }> = async (app, { view }) => {
  const { pairs, conversations } = app.collections
  const { finish } = publicationMutations(activeOnly(pairs, conversations))
  const { before, recent: recentOf } = conversationData(conversations)
  const { keepScope } = pairMutations(pairs)
  const commitments = commitmentData(app.collections.commitments)
  const templates = templatesOf(app.collections)

  /** The summary as it is now, and the commitments that the conversation shows. */
  async function summary(
    off: SwitchedOff,
    { conversation, pair }: Entered,
    scope: Scope,
  ): Promise<{ now: Summary; shown: CommitmentDocument[] }> {
    if (!scopesOf(off).includes(scope)) throw new Refused('switched-off')
    await app.liveNotes.flush(conversation._id)
    const shown = await commitments.shown(pair._id, conversation._id)
    const made = madeBy(shown, conversation._id)
    const texts = (await app.liveNotes.texts(conversation._id)) ?? conversation.notes.texts
    const template = await templates.held(conversation.template, conversation.tenantId)
    const { start, end } = conversation.meeting
    const self = { id: conversation._id, start, end }
    // Commitments read as when this conversation ended: later changes are for a later summary.
    const asEnded = made.map((one) => commitmentView(asOf(one, self)))
    return { now: summaryOf(scope, template, texts, asEnded, namesOf(pair)), shown }
  }

  route(app, getSummary, inConversation(), async (request) => {
    await app.audit.record('opened', eventOf(request, app.now()))
    return (await summary(request.switchedOff, request, request.query.scope)).now
  })

  route(app, getShared, inConversation(), async (request) => {
    await app.audit.record('opened', eventOf(request, app.now()))
    return { shared: request.conversation.publication?.summary ?? null }
  })

  route(app, getPrevious, inConversation(), async (request) => {
    const { conversation } = request
    const earlier = await before(conversation.pairId, conversation.meeting.start, lookBack)
    const last = earlier.find((one) => one.state === 'finished')
    if (!last?.publication) return { previous: null }
    await app.audit.record('read-summary', eventOf({ conversation: last, member: request.member }, app.now()))
    return { previous: { start: last.meeting.start.toISOString(), summary: last.publication.summary } }
  })

  route(app, finishConversation, inConversation({ toWrite: true }), async (request) => {
    const { conversationId } = request.params
    const { scope } = request.body
    const { now, shown } = await summary(request.switchedOff, request, scope)
    if (isEmpty(now)) throw new Refused('nothing-to-share')
    if (now.fingerprint !== request.body.fingerprint) throw new Refused('summary-changed')
    await app.liveNotes.flush(conversationId)
    // A scope is kept for the next time only where the two had a choice.
    const chose = scopesOf(request.switchedOff).length > 1 && scope !== request.pair.scope
    const pair = chose ? await keepScope(request.pair, scope) : request.pair
    if (!pair) throw new Refused('pair-ended')
    const claim = app.publishing.claim()
    const conversation = await finish(request.conversation, {
      claim,
      at: app.now(),
      language: languageOf(request),
      summary: now,
      overEdited: request.body.overEdited === true,
    })
    if (!conversation) throw new Refused('not-found')
    await app.audit.record('finished', eventOf(request, app.now()))
    const { publication } = conversation
    const recent = await recentOf(pair._id)
    if (claim && publication) app.publishing.begin({ conversation, publication, claim }, { pair, recent })
    else app.announce.emit('due')
    app.announce.emit('changed', conversationId)
    return view(request.switchedOff, { conversation, pair, member: request.member }, { shown, recent })
  })
}
