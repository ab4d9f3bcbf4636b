import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pairAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { Conversation, OpenedConversation, type Standing } from '../contract/conversation.ts'
import { MeetingReference } from '../contract/meeting.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { findMeeting } from '../meeting/find-meeting.ts'
import { meetingView } from '../meeting/view.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { enterPair } from '../pair/enter.ts'
import { pairMutations } from '../pair/mutations.ts'
import { isOver } from '../pair/policy.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { actOf } from '../conversation/act.ts'
import { conversationAccess, conversationData, type Entered } from '../conversation/data.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import { templatesOf } from '../template/data.ts'
import { handingOver } from '../preparation/hand-over.ts'
import { choosingRoutes } from './choosing-routes.ts'
import { finishingRoutes } from './finishing-routes.ts'
import { scopesOf } from './summary.ts'
import { conversationView } from './view.ts'

const params = Strict({ conversationId: Id })

/** Talks that are looked back on: further back nothing is "last time", and what came back as often came back often. */
const lookBack = 10

/** What a panel or pane asks of a conversation: opening and reading it; choosing and finishing beside it. */
export const panelRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const conversations = await app.database.collection(conversationSpec)
  const mutations = conversationMutations(await whileItLasts(app.database, conversationSpec))
  const { before, ofMeeting, isPast } = conversationData(conversations)
  const pairCollection = await app.database.collection(pairSpec)
  const pairs = { ...pairData(pairCollection), ...pairMutations(pairCollection) }
  const commitments = commitmentData(await app.database.collection(commitmentSpec))
  const access = await conversationAccess(app.database)
  const templates = await templatesOf(app.database)
  const handOver = handingOver(conversations, app.sealing)
  const trail = auditTrail(await app.database.collection(auditSpec))

  async function enter(request: SignedInRequest, conversationId: string): Promise<Entered> {
    const entered = await access(personOf(request), conversationId)
    if (!entered) throw new Refused('not-found')
    return entered
  }

  /**
   * A meeting that is not a 1-on-1 any more, or not in this calendar, keeps what was written in it, for the two who
   * wrote it; whoever else is invited is none of the pair.
   * @param standing null: nothing is known of it, and it stands as it stood
   */
  async function enterKept(
    person: { tenantId: string; oid: string },
    iCalUId: string,
    standing: Exclude<Standing, 'one-on-one'> | null,
  ): Promise<Entered | null> {
    const mine = await pairs.everOfPerson(person.tenantId, person.oid)
    const ids = mine.map((pair) => pair._id)
    const kept = await ofMeeting(person.tenantId, ids, iCalUId)
    const entered = kept && (await access(person, kept._id))
    if (entered && standing && !isOver(entered.pair) && kept.standing !== standing) {
      await mutations.stand(kept._id, standing, app.now())
      return access(person, kept._id)
    }
    return entered
  }

  async function view(off: SwitchedOff, entered: Entered): Promise<Conversation> {
    await trail('opened', actOf(entered, app.now()))
    const { conversation, pair } = entered
    const [template, shown, earlier, past] = await Promise.all([
      templates.held(conversation.template, pair.tenantId),
      commitments.shown(pair._id, conversation._id),
      before(pair._id, conversation.meeting.start, lookBack),
      isPast(conversation, app.now()),
    ])
    const scopes = scopesOf(off)
    return conversationView(entered, template, shown, { past, earlier }, scopes, app.now(), app.sealing)
  }

  const parts = { enter, view, mutations, templates, pairs, trail }
  await app.register(choosingRoutes, parts)
  await app.register(finishingRoutes, { ...parts, commitments, before, lookBack })

  app.post(
    '/api/conversations',
    { schema: { body: MeetingReference, response: { 200: OpenedConversation, ...problemAnswers } } },
    async (request): Promise<OpenedConversation> => {
      const person = personOf(request)
      const reference = request.body
      if (!reference.joinUrl && !reference.chatId && !reference.eventId && !reference.iCalUId) {
        const message = 'one of joinUrl, chatId, eventId and iCalUId is required'
        throw new Refused('invalid-request', { errors: [{ pointer: '/', message }] })
      }
      const calendar = app.calendarOf(person)
      const found = await findMeeting(calendar, reference, app.now())
      if (!found.ok) {
        const kept = found.iCalUId && (await enterKept(person, found.iCalUId, found.standing))
        if (!kept) throw new Refused(found.reason)
        return { kind: 'conversation', conversation: await view(request.switchedOff, kept) }
      }
      const { meeting } = found
      const entered = await enterPair(pairs, calendar, person, meeting, app.now())
      if (!entered.ok) {
        if (entered.reason !== 'no-pair') throw new Refused(entered.reason)
        const proposedRole = meeting.isOrganiser ? 'coach' : 'employee'
        return { kind: 'roles-needed', meeting: meetingView(meeting, null), proposedRole }
      }
      const { pair, member, joined } = entered
      if (joined) await trail('joined-pair', pairAct(pair, member, app.now()))
      const scope = { tenantId: person.tenantId, pairId: pair._id }
      const conversation = isOver(pair)
        ? await ofMeeting(scope.tenantId, [scope.pairId], meeting.iCalUId)
        : await mutations.open(scope, meeting, {
            id: app.newId(),
            at: app.now(),
            template: () => templates.standard(pair),
          })
      // A talk that nobody opened while the pair was there is not begun after it.
      if (!conversation) throw new Refused(isOver(pair) ? 'pair-ended' : 'internal')
      const ready = isOver(pair) ? conversation : await handOver(conversation, app.now())
      const opened = await view(request.switchedOff, { conversation: ready, pair, member })
      if (!isOver(pair)) app.announce.emit('opened', pair._id, person)
      return { kind: 'conversation', conversation: opened }
    },
  )

  app.get(
    '/api/conversations/:conversationId',
    { schema: { params, response: { 200: Conversation, ...problemAnswers } } },
    async (request) => view(request.switchedOff, await enter(request, request.params.conversationId)),
  )
}
