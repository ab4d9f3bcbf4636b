import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import type { PairPage } from '../contract/pair-page.ts'
import { getPairPage } from '../contract/pair-page.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { eventOf } from '../conversation/event.ts'
import { route } from '../http/route.ts'
import { conversationAt, conversationsRead, heldOf, reachOf, type KnownPair } from '../one-on-ones/coming.ts'
import { pastConversationsOf } from '../one-on-ones/past-conversations-data.ts'
import { rhythmOf } from '../one-on-ones/rhythm.ts'
import { inPair } from '../pair/gate.ts'
import { agreementOf, isOver, otherRole, pairView } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { reviewData } from '../review/data.ts'
import { nextMeeting } from './next-data.ts'
import { pairScalesOf } from './scales-data.ts'

/** All that the page of one pair shows, in one answer; also of a pair that ended, of which nothing comes. */
export const pairPageRoutes: FastifyPluginAsync = async (app) => {
  const conversations = conversationData(app.collections.conversations)
  const commitments = commitmentData(app.collections.commitments)
  const reviews = reviewData(app.collections.reviews)
  const pastConversations = pastConversationsOf(app.collections)
  const pairScales = pairScalesOf(app.collections)

  /** The same entries that reading its parts one by one makes. */
  async function record(page: PairPage, known: KnownPair<ListedConversation>, now: Date): Promise<void> {
    const { pair, member } = known
    const conversation = page.next && page.next.prepared.theirs && conversationAt(page.next, known)
    const theirs = otherRole(member.role)
    const hasCommitments =
      page.commitments.length > 0 || page.conversations.some(({ agreed }) => agreed !== null)
    const tellsOfOther = page.scales.some(({ points }) => points.some((one) => one[theirs] !== null))
    await Promise.all([
      conversation && app.audit.record('opened', eventOf({ conversation, member }, now)),
      hasCommitments && app.audit.record('read-commitments', pairEvent(pair, member, now)),
      tellsOfOther && app.audit.record('read-scale', pairEvent(pair, member, now)),
    ])
  }

  route(app, getPairPage, inPair(), async (request) => {
    const { pair, member } = request
    const person = personOf(request)
    const now = app.now()
    const recent = await conversations.ofPair(pair._id, conversationsRead)
    const known: KnownPair<ListedConversation> = { pair, member, conversations: recent }
    const held = heldOf(known, now)
    const [next, open, past, scales, lastReview] = await Promise.all([
      isOver(pair) ? null : nextMeeting(app.calendarOf(person), known, now, reachOf(pair, held)),
      commitments.open([pair._id]),
      pastConversations(pair, now),
      pairScales(person, known),
      reviews.lastFrozen(pair._id),
    ])
    const everyWeeks = pair.rhythm?.everyWeeks ?? null
    const page: PairPage = {
      now: now.toISOString(),
      pair: pairView(pair, member),
      next,
      commitments: open.map(commitmentView),
      conversations: past.conversations,
      nextPage: past.next,
      scales,
      rhythm: {
        ...rhythmOf(held, next && new Date(next.start), now, everyWeeks),
        agreed: agreementOf(pair),
      },
      lastReview: lastReview?.toISOString() ?? null,
    }
    await record(page, known, now)
    return page
  })
}
