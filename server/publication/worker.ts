import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { currentTemplate } from '../content/library.ts'
import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import type { Collection } from '../database/collection.ts'
import { pairSpec, type PairDocument } from '../pair/collection.ts'
import { isOver } from '../pair/policy.ts'
import { workLoop } from '../plugins/work-loop.ts'
import { publish } from './publish.ts'
import { checkAgainAfter, lease, retryIn } from './schedule.ts'

/**
 * Publishes what is due. Any number of servers run it: a claim moves the due time forward by a lease, so that
 * only one has it, and everybody can have it again when that one dies.
 */
export const publicationWorker = fp(
  async (app) => {
    const conversations = await app.database.collection(conversationSpec)
    const pairs = await app.database.collection(pairSpec)
    const wake = workLoop(app, 'publication worker', () => publishOne(app, conversations, pairs))
    app.announce.on('due', wake)
    app.announce.on('opened', (pairId) => {
      const now = app.now()
      void Promise.all([wakeWaiting(conversations, pairId, now), checkPlace(conversations, pairId, now)])
        .then((found) => found.some(Boolean) && wake())
        .catch((error: unknown) => app.log.error({ err: error }, 'waking publications'))
    })
  },
  { name: 'publication-worker', dependencies: ['context', 'auth'] },
)

/** @returns whether there was one to publish */
async function publishOne(
  app: FastifyInstance,
  conversations: Collection<ConversationDocument>,
  pairs: Collection<PairDocument>,
): Promise<boolean> {
  const claim = randomUUID()
  const now = app.now()
  const conversation = await conversations.findOneAndUpdate(
    { 'publication.dueAt': { $lte: now } },
    { $set: { 'publication.dueAt': new Date(now.getTime() + lease), 'publication.lease': claim } },
    { sort: { 'publication.dueAt': 1 }, returnDocument: 'after' },
  )
  const publication = conversation?.publication
  if (!conversation || !publication) return false
  const pair = await pairs.findOne({ _id: conversation.pairId })
  if (pair && isOver(pair)) {
    // What stands in invites stays there; nothing more is written into any.
    await conversations.updateOne(
      { _id: conversation._id, 'publication.lease': claim },
      { $unset: { 'publication.dueAt': '', 'publication.lease': '' } },
    )
    return true
  }
  const outcome = pair
    ? await publish(conversation, publication, pair, app.calendarOfAbsent, now)
    : { ok: false as const, reason: 'not-a-one-on-one' as const }

  // Only the holder of the claim writes: after a second finish, or a lost lease, somebody else has it.
  const mine = {
    _id: conversation._id,
    'publication.lease': claim,
    'publication.revision': publication.revision,
  }
  if (outcome.ok) {
    // From now on there is a next talk: what is prepared and reminded of hangs on it.
    await conversationMutations(conversations).open(
      { tenantId: conversation.tenantId, pairId: conversation.pairId },
      outcome.next,
      { id: app.newId(), at: app.now(), template: currentTemplate() },
    )
    await conversations.updateOne(mine, {
      $set: {
        'publication.state': 'published',
        'publication.reason': null,
        'publication.target': outcome.target,
        'publication.publishedAt': app.now(),
        unplannedSince: app.now(),
      },
      $unset: { 'publication.dueAt': '', 'publication.lease': '' },
    })
  } else {
    const attempts = publication.attempts + 1
    const wait = retryIn(
      outcome.reason,
      attempts,
      'retryAfter' in outcome ? outcome.retryAfter : undefined,
      Math.random(),
    )
    // Nowhere any more: it waits again. Whatever else went wrong, it still stands where it stood.
    const nowhere = outcome.reason === 'no-next-meeting' || outcome.reason === 'not-a-one-on-one'
    await conversations.updateOne(mine, {
      $set: {
        ...(nowhere ? { 'publication.state': 'waiting' as const, 'publication.target': null } : {}),
        'publication.reason': outcome.reason,
        'publication.attempts': attempts,
        'publication.dueAt': new Date(now.getTime() + wait),
      },
      $unset: { 'publication.lease': '' },
    })
  }
  app.log.info(
    { conversation: conversation._id, ok: outcome.ok, reason: outcome.ok ? undefined : outcome.reason },
    'publication',
  )
  app.announce.emit('changed', conversation._id)
  app.announce.emit('to-remind')
  return true
}

/** The last talk that was published is among these, the coming ones included. */
const recentTalks = 6

/**
 * Somebody of the pair is here: is the invite that carries their section still the next one? Looked up when it was
 * not lately, and only as long as that next talk has not begun.
 */
async function checkPlace(
  conversations: Collection<ConversationDocument>,
  pairId: string,
  now: Date,
): Promise<boolean> {
  const recent = await conversationData(conversations).ofPair(pairId, recentTalks)
  const last = recent.find((one) => one.publication?.state === 'published')
  const { target, checkedAt } = last?.publication ?? {}
  const lately = checkedAt && Math.abs(now.getTime() - checkedAt.getTime()) < checkAgainAfter
  if (!last || !target || target.start <= now || lately) return false
  const done = await conversations.updateOne(
    { _id: last._id, 'publication.state': 'published', 'publication.dueAt': { $exists: false } },
    { $set: { 'publication.dueAt': now, 'publication.checkedAt': now } },
  )
  return done.modifiedCount > 0
}

/** Somebody of the pair is here: what waited for a sign-in or a next meeting may go on, unless it is being done. */
async function wakeWaiting(
  conversations: Collection<ConversationDocument>,
  pairId: string,
  now: Date,
): Promise<boolean> {
  const waiting = await conversations.find({ pairId, 'publication.state': 'waiting' }).toArray()
  for (const { _id, publication } of waiting) {
    if (publication?.lease) continue
    await conversations.updateOne(
      { _id, 'publication.state': 'waiting', 'publication.lease': { $exists: false } },
      { $set: { 'publication.dueAt': now } },
    )
  }
  return waiting.length > 0
}
