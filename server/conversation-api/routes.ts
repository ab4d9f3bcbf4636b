import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { commitmentData } from '../commitment/data.ts'
import {
  type OpenedConversation,
  type Eligibility,
  openConversation,
  getConversation,
} from '../contract/conversation.ts'
import type { PersonKey } from '../contract/person-key.ts'
import { findMeeting } from '../meeting/find-meeting.ts'
import { meetingView } from '../meeting/view.ts'
import { pairData } from '../pair/data.ts'
import { enterPair } from '../pair/entry-mutations.ts'
import { pairMutations } from '../pair/mutations.ts'
import type { PairDocument } from '../pair/collection.ts'
import { addressesOf, isOver, mayTellOf, memberAt, peopleOf } from '../pair/policy.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { personOf } from '../plugins/auth.ts'
import type { Opened } from '../plugins/context.ts'
import { invalid, Refused } from '../plugins/problems.ts'
import { eventOf } from '../conversation/event.ts'
import { conversationAccess, conversationData, type Entered } from '../conversation/data.ts'
import { inConversation } from '../conversation/gate.ts'
import { organisersOf } from '../conversation/recent.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import { differs } from '../conversation/planned.ts'
import { route } from '../http/route.ts'
import { asPerson } from '../plugins/gate.ts'
import { mayGoOn } from '../publication/goes-on.ts'
import { templatesOf } from '../template/data.ts'
import { handingOver, leavesSomething } from '../preparation/hand-over-job.ts'
import { choosingRoutes } from './choosing-routes.ts'
import { doubtIn } from './doubt.ts'
import { finishingRoutes } from './finishing-routes.ts'
import { scopesOf } from './summary.ts'
import { conversationView, type View } from './view.ts'

/** Opening and reading a conversation in a panel or pane. Choosing a template and finishing are registered beside it. */
export const conversationRoutes: FastifyPluginAsync = async (app) => {
  const { conversations, pairs: pairCollection, notes } = app.collections
  const mutations = conversationMutations(activeOnly(pairCollection, conversations))
  const { recent, among, texts, ofMeeting } = conversationData(conversations)
  const pairs = { ...pairData(pairCollection), ...pairMutations(pairCollection) }
  const commitments = commitmentData(app.collections.commitments)
  const access = conversationAccess(app.collections)
  const templates = templatesOf(app.collections)
  const handOver = handingOver(conversations, activeOnly(pairCollection, notes))

  /**
   * A meeting that is not a 1-on-1 any more, or not in this calendar, keeps what was written in it, for the two who
   * wrote it; whoever else is invited is none of the pair.
   * @param eligibility null: nothing is known of it, and it stands as it stood
   */
  async function enterKept(
    person: PersonKey,
    mine: PairDocument[],
    iCalUId: string,
    eligibility: Exclude<Eligibility, 'one-on-one'> | null,
  ): Promise<Entered | null> {
    const ids = mine.map((pair) => pair._id)
    const kept = await ofMeeting(person.tenantId, ids, iCalUId)
    const entered = kept && (await access(person, kept._id))
    if (!entered || !eligibility || isOver(entered.pair) || kept.eligibility === eligibility) return entered
    if (mayTellOf(entered.pair, kept.meeting.organiser, addressesOf(entered.member))) {
      await mutations.setEligibility(kept._id, eligibility, app.now())
      return access(person, kept._id)
    }
    return entered
  }

  const view: View = async (off, seen, read = {}) => {
    await app.audit.record('opened', eventOf(seen, app.now()))
    const { conversation, pair } = seen
    const [template, typed, shown, where] = await Promise.all([
      templates.held(conversation.template, pair.tenantId),
      conversation.otherSteps?.length ? texts(conversation._id) : {},
      read.shown ?? commitments.shown(pair._id, conversation._id),
      among(conversation, app.now(), read.recent),
    ])
    return conversationView(seen, template, typed, shown, where, scopesOf(off), app.now())
  }

  await app.register(choosingRoutes, { view })
  await app.register(finishingRoutes, { view })

  route(
    app,
    openConversation,
    asPerson({ asksDeparted: true }),
    async (request): Promise<OpenedConversation> => {
      const person = personOf(request)
      const reference = request.body
      if (!reference.joinUrl && !reference.chatId && !reference.eventId && !reference.iCalUId)
        throw invalid('/', 'one of joinUrl, chatId, eventId and iCalUId is required')
      const calendar = app.calendarOf(person)
      const mine = await pairs.everOfPerson(person.tenantId, person.oid)
      // Somebody who left is in no pair that goes on.
      if (mine.every(isOver)) await app.refuseDeparted(person)
      const found = await findMeeting(calendar, reference, app.now(), peopleOf(mine, person.oid))
      if (!found.ok) {
        const kept = found.iCalUId && (await enterKept(person, mine, found.iCalUId, found.eligibility))
        if (!kept) throw new Refused(found.reason)
        return { kind: 'conversation', conversation: await view(request.switchedOff, kept) }
      }
      const { meeting } = found
      const entered = await enterPair(pairs, calendar, person, mine, meeting, app.now())
      if (!entered.ok) {
        if (entered.reason !== 'no-pair') throw new Refused(entered.reason)
        const proposedRole = meeting.isOrganiser ? 'coach' : 'employee'
        return { kind: 'roles-needed', meeting: meetingView(meeting, null), proposedRole }
      }
      const { pair, member, joined } = entered
      if (joined) {
        await mutations.planComing(pair._id, app.now())
        await app.audit.record('joined-pair', pairEvent(pair, member, app.now()))
      }
      const doubt = isOver(pair) ? null : doubtIn(pair, meeting)
      if (doubt) {
        const kept = doubt.saidPerson && (await enterKept(person, mine, meeting.iCalUId, 'others-invited'))
        if (!kept) return { kind: 'person-needed', ...doubt }
        return { kind: 'conversation', conversation: await view(request.switchedOff, kept) }
      }
      const latest = await recent(pair._id)
      const known = latest.find(({ iCalUId }) => iCalUId === meeting.iCalUId)
      const made = { deriveId: app.deriveId, at: app.now(), template: () => templates.standard(pair) }
      const conversation = isOver(pair)
        ? (known ?? (await ofMeeting(person.tenantId, [pair._id], meeting.iCalUId)))
        : await mutations.open(pair, meeting, made, known)
      // A conversation that nobody opened while the pair was there is not begun after it.
      if (!conversation) throw new Refused(isOver(pair) ? 'pair-ended' : 'internal')
      const ready =
        latest.some(leavesSomething) && !isOver(pair) ? await handOver(conversation, app.now()) : conversation
      const organiser = memberAt(pair, conversation.meeting.organiser)
      // Moved, as the attendee's calendar has it: the organiser's says whether that is so, and is looked at.
      if (organiser?.oid && !isOver(pair) && conversation.meeting.start.getTime() !== meeting.start.getTime())
        app.announce.emit('opened', pair._id, { tenantId: person.tenantId, oid: organiser.oid })
      const opened = await view(
        request.switchedOff,
        { conversation: ready, pair, member },
        { recent: latest },
      )
      const isFollowed = app.settings.publicUrl !== undefined
      // The organiser's calendar is followed and no other, as long as they are here.
      const organises =
        !organiser?.oid || organisersOf(latest).some((one) => addressesOf(member).includes(one))
      const about: Opened = {
        sectionsMayGoOn: latest.some((one) => mayGoOn(one, app.now(), isFollowed)),
        as:
          !organises && !meeting.isOrganiser
            ? 'guest'
            : !known || differs(known, meeting)
              ? 'doubtful'
              : 'organiser',
      }
      if (!isOver(pair)) app.announce.emit('opened', pair._id, person, about)
      return { kind: 'conversation', conversation: opened }
    },
  )

  route(app, getConversation, inConversation(), async (request) => view(request.switchedOff, request))
}
