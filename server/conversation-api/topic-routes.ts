import type { FastifyPluginAsync } from 'fastify'
import { postTopic } from '../contract/preparation.ts'
import type { ProblemSlug } from '../contract/problem.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import { eventOf } from '../conversation/event.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import type { Person } from '../http/access-token.ts'
import { route } from '../http/route.ts'
import { oneOnOnes } from '../meeting/one-on-one.ts'
import { activeOnly } from '../pair/active-collection.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { inPair } from '../pair/gate.ts'
import { addressesOf, eligibilityOf } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { handingOver } from '../preparation/hand-over-job.ts'
import { topicMutations, type Added } from '../preparation/topic-mutations.ts'
import { templatesOf } from '../template/data.ts'

/** How far ahead the next conversation is looked for, which is as far as My 1-on-1s looks; milliseconds. */
const ahead = 13 * 7 * 24 * 60 * 60 * 1000
/** Meetings that are looked at: one may have been finished before it began. */
const looked = 3
const refusals: Partial<Record<Added, ProblemSlug>> = {
  full: 'enough',
  unreadable: 'keys-unavailable',
  'changed-meanwhile': 'changed-meanwhile',
}

/** A topic for the next conversation of a pair, from wherever somebody thinks of it. */
export const topicRoutes: FastifyPluginAsync = async (app) => {
  const { conversations, pairs, notes } = app.collections
  const active = activeOnly(pairs, conversations)
  const { open } = conversationMutations(active)
  const { add } = topicMutations(active)
  const templates = templatesOf(app.collections)
  const handOver = handingOver(conversations, activeOnly(pairs, notes))

  /** The next conversation, made when nobody opened it yet: by the calendar, for an earlier one may be planned since. */
  async function nextOf(
    pair: PairDocument,
    member: Member,
    person: Person,
    now: Date,
  ): Promise<ListedConversation> {
    const events = await app.calendarOf(person).view(now, new Date(now.getTime() + ahead))
    const people = [member, ...pair.members].map(addressesOf)
    const coming = oneOnOnes(events, people).filter(
      (one) => one.start > now && eligibilityOf(pair, one) !== 'others-invited',
    )
    for (const meeting of coming.slice(0, looked)) {
      const template = () => templates.standard(pair)
      const conversation = await open(pair, meeting, { deriveId: app.deriveId, at: now, template })
      if (conversation?.state === 'open') return handOver(conversation, now)
    }
    throw new Refused('no-next-conversation')
  }

  route(app, postTopic, inPair({ toWrite: true }), async (request) => {
    const { pair, member } = request
    const topic = request.body.text.trim()
    const next = await nextOf(pair, member, personOf(request), app.now())
    const { added, conversation } = await add(next, member.role, topic, app.now(), true)
    const refusal = refusals[added]
    if (refusal) throw new Refused(refusal)
    const shared = conversation.preparation?.[member.role]?.shared ?? false
    if (shared && added === 'added') {
      await app.audit.record('changed-preparation', eventOf({ conversation, member }, app.now()))
      app.announce.emit('changed', conversation._id)
    }
    return { start: conversation.meeting.start.toISOString(), shared }
  })
}
