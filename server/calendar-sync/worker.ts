import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Collection } from '../database/collection.ts'
import { GraphFailure } from '../graph/failure.ts'
import { mailboxId, mailboxSpec, type MailboxDocument } from '../mailbox/collection.ts'
import { mailboxMutations, mailboxTurns } from '../mailbox/mutations.ts'
import { pairSpec, type PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { addressesOf, isOver, memberOf } from '../pair/policy.ts'
import { activeOf } from '../publication/mutations.ts'
import { workLoop } from '../plugins/work-loop.ts'
import { isWorthFollowing } from './follow.ts'
import { notificationRoutes } from './routes.ts'
import { round } from './round.ts'
import { lease, nextDue, retryIn } from './schedule.ts'
import { ensureSubscription } from './subscribe.ts'

/** One mailbox that is slow to answer holds up no other. */
const abreast = 4

/**
 * Keeps us in step with people's calendars without asking again and again: Graph tells that something changed, and
 * one worker reads what. Where nobody can reach us (no PUBLIC_URL) people who open Groei do that.
 */
export const calendarSync = fp(
  async (app) => {
    const { publicUrl } = app.settings
    if (!publicUrl) return
    const mailboxes = await app.database.collection(mailboxSpec)
    const { present } = mailboxMutations(mailboxes)
    /** Who came in, by their mailbox's id; the loop looks after them, so that a stop waits for it. */
    const here = new Map<string, { tenantId: string; oid: string }>()
    const step = async () => {
      for (const [id, person] of here) {
        here.delete(id)
        await present(person, app.now())
      }
      return syncOne(app, mailboxes, publicUrl, (later) => wake(later))
    }
    const wake = workLoop(app, 'calendar sync', step, abreast)
    await app.register(notificationRoutes, { mailboxes, wake })
    app.announce.on('opened', (_pairId, { tenantId, oid }) => {
      here.set(mailboxId({ tenantId, oid }), { tenantId, oid })
      wake()
    })
  },
  { name: 'calendar-sync', dependencies: ['context', 'auth', 'publication-worker'] },
)

/** @returns whether there was a mailbox to look at */
async function syncOne(
  app: FastifyInstance,
  mailboxes: Collection<MailboxDocument>,
  publicUrl: string,
  wakeIn: (later: number) => void,
): Promise<boolean> {
  const claim = randomUUID()
  const now = app.now()
  const { claimDue, record, again, rest, shutOut } = mailboxMutations(mailboxes)
  const mailbox = await claimDue(claim, now, lease)
  if (!mailbox) return false
  const turns = mailboxTurns(mailboxes)
  const turn = await turns.take(mailbox, claim, now)
  if (!turn.ok) {
    await again(mailbox, turn.until, mailbox.attempts)
    wakeIn(turn.until.getTime() - now.getTime())
    return true
  }
  try {
    const kept = await keepInStep(app, mailboxes, mailbox, publicUrl, now)
    if (kept) await record(mailbox, kept, nextDue(kept, now), now)
    else await rest(mailbox)
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error
    const { reason, code, retryAfter } = error
    app.log.info({ reason, code }, 'calendar sync')
    // Nobody but its owner can help: when they open Groei it goes on.
    if (reason === 'interaction-required' || reason === 'unauthorised')
      await shutOut(mailbox, othersIn(await pairsOf(app, mailbox), mailbox), now)
    else {
      const attempts = mailbox.attempts + 1
      const wait = retryAfter === undefined ? retryIn(attempts, Math.random()) : retryAfter * 1000
      const until = new Date(app.now().getTime() + wait)
      if (retryAfter !== undefined) await turns.pause(mailbox, until)
      await again(mailbox, until, attempts)
    }
  } finally {
    await turns.release(mailbox, claim)
  }
  // Not before it has left the mailbox: who publishes there would find it taken.
  app.announce.emit('due')
  app.announce.emit('to-remind')
  return true
}

async function pairsOf(app: FastifyInstance, { tenantId, oid }: MailboxDocument): Promise<PairDocument[]> {
  return pairData(await app.database.collection(pairSpec)).everOfPerson(tenantId, oid)
}

/** With whom somebody has these pairs, as far as they have been here. */
function othersIn(pairs: PairDocument[], { tenantId, oid }: MailboxDocument) {
  const oids = pairs.flatMap(({ members }) => members.flatMap((one) => one.oid ?? []))
  return [...new Set(oids)].filter((one) => one !== oid).map((other) => ({ tenantId, oid: other }))
}

/** Of talks that ended less than this ago, milliseconds, it still matters what becomes of their meetings. */
const lately = 24 * 60 * 60 * 1000

/**
 * Subscribes first and reads then: what changes in between is told. It reads also when nothing was told: we may have
 * been away for longer than Graph goes on trying.
 * @returns null when this mailbox says nothing that the organiser's does not
 * @throws GraphFailure
 */
async function keepInStep(
  app: FastifyInstance,
  mailboxes: Collection<MailboxDocument>,
  mailbox: MailboxDocument,
  publicUrl: string,
  now: Date,
): Promise<Pick<MailboxDocument, 'subscription' | 'delta'> | null> {
  const { tenantId, oid } = mailbox
  const conversations = await app.database.collection(conversationSpec)
  const ever = await pairsOf(app, mailbox)
  const [over, present] = [ever.filter(isOver), ever.filter((pair) => !isOver(pair))]
  const idsOf = (some: PairDocument[]) => some.map((pair) => pair._id)
  const [talks, active, left] = await Promise.all([
    conversationData(conversations).from(idsOf(present), new Date(now.getTime() - lately)),
    activeOf(conversations, idsOf(present)),
    activeOf(conversations, idsOf(over)),
  ])
  // What a pair that ended has in an invite to come stays between the two who read it there.
  const ahead = left.filter(({ publication }) => publication?.target && publication.target.start > now)
  const ended = over.filter((pair) => ahead.some((one) => one.pairId === pair._id))
  const pairs = [...present, ...ended]
  const known = { pairs, talks, active: [...active, ...ahead] }
  const others = othersIn(ever, mailbox).map(mailboxId)
  const away = await mailboxes.find({ _id: { $in: others }, away: true }).toArray()
  if (!isWorthFollowing(oid, known, new Set(away.map((one) => one.oid)))) return null
  const { calendar, delta, subscriptions } = app.mailboxOfAbsent({ tenantId, oid })
  const subscription = await ensureSubscription(mailbox, subscriptions, publicUrl, now)
  if (subscription.id !== mailbox.subscription?.id)
    await mailboxMutations(mailboxes).subscribed(mailbox, subscription)
  const members = pairs.flatMap((pair) => memberOf(pair, { tenantId, oid }) ?? [])
  const owner = members.flatMap(addressesOf)
  const onChanged = (conversationId: string) => void app.announce.emit('changed', conversationId)
  return {
    subscription,
    delta: await round(mailbox, { conversations, known, owner, calendar, delta, now, onChanged }),
  }
}
