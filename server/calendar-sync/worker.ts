import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { personId } from '../contract/person-key.ts'
import fp from 'fastify-plugin'
import { conversationData } from '../conversation/data.ts'
import type { Collection } from '../database/collection.ts'
import { GraphFailure } from '../graph/failure.ts'
import type { MailboxDocument } from '../mailbox/collection.ts'
import { mailboxMutations } from '../mailbox/mutations.ts'
import { isNoMailbox, isSignedOut, MailboxBusy, mailboxSession } from '../mailbox/session.ts'
import type { PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { addressesOf, isOver, memberOf } from '../pair/policy.ts'
import type { Mailbox } from '../plugins/auth.ts'
import { ofListed } from '../plugins/listed.ts'
import { activeOf } from '../publication/data.ts'
import { retryIn } from '../queue/backoff.ts'
import { workLoop } from '../queue/work-loop.ts'
import { isWorthFollowing } from './follow.ts'
import { notificationRoutes } from './routes.ts'
import { deltaSync } from './delta-sync-job.ts'
import { backoff, lease, lookAgainAt, nextDue } from './schedule.ts'
import { ensureSubscription } from './subscription-job.ts'

/** One mailbox that is slow to answer holds up no other. */
const concurrency = 4

/**
 * Keeps us in step with people's calendars without asking again and again: Graph tells that something changed, and
 * one worker reads what. Where nobody can reach us (no PUBLIC_URL) people who open Groei do that.
 */
export const calendarSync = fp(
  async (app) => {
    const { publicUrl } = app.settings
    if (!publicUrl) return
    const mailboxes = ofListed(app.collections.mailboxes, app.settings.app.tenantIds)
    const { present } = mailboxMutations(mailboxes)
    const step = () => syncOne(app, mailboxes, publicUrl, (later) => wake(later))
    const wake = workLoop(app, 'calendar sync', step, concurrency)
    await app.register(notificationRoutes, { mailboxes, onTold: wake.soon })
    // The loop handles it, so that a stop waits for it.
    app.announce.on('opened', (_pairId, { tenantId, oid }, about) =>
      wake.run(async () => {
        if (await present({ tenantId, oid }, app.now(), about?.as ?? 'doubtful')) wake()
      }),
    )
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
  const { claimDue, record, again, idle, suspend } = mailboxMutations(mailboxes)
  const mailbox = await claimDue(claim, now, lease)
  if (!mailbox) return false
  const session = mailboxSession(app, mailbox.tenantId, claim)
  let isChanged = false
  try {
    const calls = await session.enter(mailbox.oid)
    const found = await keepInStep(app, mailboxes, mailbox, calls, publicUrl, now)
    if (found) await record(mailbox, found.kept, nextDue(found.kept, now), now)
    else await idle(mailbox, now)
    isChanged = found?.isChanged === true
  } catch (error) {
    if (error instanceof MailboxBusy) {
      await again(mailbox, error.until, mailbox.attempts)
      wakeIn(error.until.getTime() - now.getTime())
      return true
    }
    if (!(error instanceof GraphFailure)) throw error
    const { reason, code, retryAfter } = error
    app.log.info({ reason, code }, 'calendar sync')
    const others = async () => othersIn(await pairsOf(app, mailbox), mailbox)
    // Nobody but its owner can help: when they open Groei it goes on.
    if (isSignedOut(error)) await suspend(mailbox, await others(), null, now)
    else if (isNoMailbox(error)) await suspend(mailbox, await others(), lookAgainAt(now, Math.random()), now)
    else {
      const attempts = mailbox.attempts + 1
      const wait = retryIn(backoff, attempts, retryAfter, Math.random())
      const until = new Date(app.now().getTime() + wait)
      if (retryAfter !== undefined) await session.pause(until)
      await again(mailbox, until, attempts)
    }
  } finally {
    await session.leave()
  }
  if (!isChanged) return true
  // Not before it has left the mailbox: who publishes there would find it taken.
  app.announce.emit('due')
  app.announce.emit('to-remind')
  return true
}

async function pairsOf(app: FastifyInstance, { tenantId, oid }: MailboxDocument): Promise<PairDocument[]> {
  return pairData(app.collections.pairs).everOfPerson(tenantId, oid)
}

/** With whom somebody has these pairs, as far as they have been here. */
function othersIn(pairs: PairDocument[], { tenantId, oid }: MailboxDocument) {
  const oids = pairs.flatMap(({ members }) => members.flatMap((one) => one.oid ?? []))
  return [...new Set(oids)].filter((one) => one !== oid).map((other) => ({ tenantId, oid: other }))
}

/** How long after its end a conversation still follows its meeting, in milliseconds. */
const lately = 24 * 60 * 60 * 1000

/**
 * Subscribes before it reads, so that a change in between brings a notification. It reads without a notification too: we
 * may have been down for longer than Graph retries.
 * @returns what is kept, and whether anything followed from it; null when this mailbox says nothing that the organiser's
 * does not
 * @throws GraphFailure
 */
async function keepInStep(
  app: FastifyInstance,
  mailboxes: Collection<MailboxDocument>,
  mailbox: MailboxDocument,
  { calendar, delta, subscriptions }: Mailbox,
  publicUrl: string,
  now: Date,
): Promise<{
  kept: Pick<MailboxDocument, 'subscription' | 'delta'>
  isChanged: boolean
} | null> {
  const { tenantId, oid } = mailbox
  const conversations = app.collections.conversations
  const ever = await pairsOf(app, mailbox)
  const [over, present] = [ever.filter(isOver), ever.filter((pair) => !isOver(pair))]
  const idsOf = (some: PairDocument[]) => some.map((pair) => pair._id)
  const [fromLately, active, left] = await Promise.all([
    conversationData(conversations).from(idsOf(present), new Date(now.getTime() - lately)),
    activeOf(conversations, idsOf(present)),
    over.length > 0 ? activeOf(conversations, idsOf(over)) : [],
  ])
  // Sections of an ended pair in invites to come are followed still: they may only be where the two read them.
  const ahead = left.filter(({ publication }) => publication?.target && publication.target.start > now)
  const ended = over.filter((pair) => ahead.some((one) => one.pairId === pair._id))
  const pairs = [...present, ...ended]
  const known = { pairs, conversations: fromLately, active: [...active, ...ahead] }
  const others = othersIn(ever, mailbox).map(personId)
  const away =
    others.length > 0 ? await mailboxes.find({ _id: { $in: others }, unreadable: true }).toArray() : []
  if (!isWorthFollowing(oid, known, new Set(away.map((one) => one.oid)))) return null
  const subscription = await ensureSubscription(mailbox, subscriptions, publicUrl, app.deriveId, now)
  if (subscription.id !== mailbox.subscription?.id)
    await mailboxMutations(mailboxes).subscribed(mailbox, subscription)
  const members = pairs.flatMap((pair) => memberOf(pair, { tenantId, oid }) ?? [])
  const owner = members.flatMap(addressesOf)
  const onChanged = (conversationId: string) => void app.announce.emit('changed', conversationId)
  const synced = await deltaSync(mailbox, { conversations, known, owner, calendar, delta, now, onChanged })
  return { kept: { subscription, delta: synced.delta }, isChanged: synced.isChanged }
}
