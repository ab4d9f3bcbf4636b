import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import type { Collection } from '../database/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import { mailboxSpec } from '../mailbox/collection.ts'
import { mailboxTurns, type MailboxTurns } from '../mailbox/mutations.ts'
import { pairSpec, type Member, type PairDocument } from '../pair/collection.ts'
import { isOver } from '../pair/policy.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { Refused } from '../plugins/problems.ts'
import { workLoop } from '../plugins/work-loop.ts'
import { templatesOf, type TemplateData } from '../template/data.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { activeOf, publicationMutations, unclearedOf } from './mutations.ts'
import { publish, type Outcome } from './publish.ts'
import { recordOf } from './record.ts'
import { checkAgainAfter } from './schedule.ts'
import { ClaimLost, MailboxBusy } from './waiting.ts'

type Parts = {
  app: FastifyInstance
  conversations: Collection<ConversationDocument>
  /** The same, as long as their pairs last. */
  lasting: Collection<ConversationDocument>
  pairs: Collection<PairDocument>
  turns: MailboxTurns
  templates: TemplateData
}

/** One mailbox that is slow to answer holds up nobody else's invites. */
const abreast = 4

/**
 * Publishes what is due. Any number of servers run it: a claim moves the due time forward by a lease, so that
 * only one has it, and everybody can have it again when that one dies.
 */
export const publicationWorker = fp(
  async (app) => {
    const conversations = await app.database.collection(conversationSpec)
    const pairs = await app.database.collection(pairSpec)
    const turns = mailboxTurns(await app.database.collection(mailboxSpec))
    const templates = await templatesOf(app.database)
    const lasting = await whileItLasts(app.database, conversationSpec)
    const parts = { app, conversations, lasting, pairs, turns, templates }
    /** Pairs of which somebody came in; the loop looks after them, so that a stop waits for it. */
    const opened = new Set<string>()
    const step = async () => {
      for (const pairId of opened) {
        opened.delete(pairId)
        await lookWhenOpened(conversations, pairId, app.now())
      }
      return publishOne(parts, (later) => wake(later))
    }
    const wake = workLoop(app, 'publication worker', step, abreast)
    app.announce.on('due', () => wake())
    app.announce.on('opened', (pairId) => {
      opened.add(pairId)
      wake()
    })
  },
  { name: 'publication-worker', dependencies: ['context', 'auth'] },
)

/** @returns whether there was one to publish */
async function publishOne(parts: Parts, wakeIn: (later: number) => void): Promise<boolean> {
  const { app, conversations, pairs } = parts
  const mutations = publicationMutations(conversations)
  const now = app.now()
  const claimed = await mutations.claim(randomUUID(), now)
  if (!claimed) return false
  const { conversation } = claimed
  const pair = await pairs.findOne({ _id: conversation.pairId })
  const visit = visitOf(parts, conversation.tenantId, claimed.claim)
  try {
    const outcome: Outcome = pair
      ? await publish({
          ...claimed,
          pair,
          others: async () =>
            (await activeOf(conversations, [pair._id])).filter((one) => one._id !== conversation._id),
          calendarOf: visit.calendarOf,
          begin: (places) => mutations.begin(claimed, places),
          now,
        })
      : { kind: 'superseded', places: [], isCleared: true }
    if (outcome.kind === 'published') await hasNext(parts, conversation, outcome.next)
    const { set, dueAt } = recordOf(claimed.publication, outcome, app.now(), Math.random())
    await mutations.record(claimed, set, dueAt, app.now())
    if (outcome.kind === 'published') await othersGiveWay(parts, conversation)
    if (outcome.kind === 'waits' && outcome.retryAfter !== undefined) {
      await visit.pause(new Date(app.now().getTime() + outcome.retryAfter * 1000))
    }
    app.log.info(
      { conversation: conversation._id, kind: outcome.kind, reason: set['publication.reason'] },
      'publication',
    )
  } catch (error) {
    if (error instanceof ClaimLost) return true
    if (!(error instanceof MailboxBusy)) throw error
    await mutations.postpone(claimed, error.until)
    wakeIn(error.until.getTime() - now.getTime())
    return true
  } finally {
    await visit.leave()
  }
  app.announce.emit('changed', conversation._id)
  app.announce.emit('to-remind')
  return true
}

/**
 * There is a next talk: what is prepared and reminded of hangs on it. Not of a pair that ended, or went, while this was
 * written: nothing of it may come back.
 */
async function hasNext(
  { app, lasting, pairs, templates }: Parts,
  { tenantId, pairId }: ConversationDocument,
  next: OneOnOne,
): Promise<void> {
  const pair = await pairs.findOne({ _id: pairId })
  if (!pair || isOver(pair)) return
  const made = { id: app.newId(), at: app.now(), template: () => templates.standard(pair) }
  await conversationMutations(lasting)
    .open({ tenantId, pairId }, next, made)
    .catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
    })
}

/** The pair's other sections have no business in an invite any more, wherever they stand. */
async function othersGiveWay(
  { app, conversations }: Parts,
  { _id, pairId }: ConversationDocument,
): Promise<void> {
  const { lookAgain } = publicationMutations(conversations)
  for (const one of await activeOf(conversations, [pairId]))
    if (one._id !== _id) await lookAgain(one._id, app.now())
}

/** The mailboxes that one piece of work takes its turn in, each once, until it leaves them all. */
function visitOf({ app, turns }: Parts, tenantId: string, turn: string) {
  const visited = new Map<string, Calendar>()
  return {
    async calendarOf({ oid }: Member): Promise<Calendar | null> {
      if (!oid) return null
      const known = visited.get(oid)
      if (known) return known
      const taken = await turns.take({ tenantId, oid }, turn, app.now())
      if (!taken.ok) throw new MailboxBusy(taken.until)
      const { calendar } = app.mailboxOfAbsent({ tenantId, oid })
      visited.set(oid, calendar)
      return calendar
    },
    pause: (until: Date) =>
      Promise.all([...visited.keys()].map((oid) => turns.pause({ tenantId, oid }, until))),
    leave: () => Promise.all([...visited.keys()].map((oid) => turns.release({ tenantId, oid }, turn))),
  }
}

/**
 * Somebody of the pair is here: what waited for a sign-in or a next meeting may go on, and a notification that never
 * came is made up for. What was looked at lately is not looked at again.
 */
async function lookWhenOpened(
  conversations: Collection<ConversationDocument>,
  pairId: string,
  now: Date,
): Promise<void> {
  const { lookAgain } = publicationMutations(conversations)
  const [active, uncleared] = await Promise.all([
    activeOf(conversations, [pairId]),
    unclearedOf(conversations, pairId),
  ])
  for (const { _id, publication } of [...active, ...uncleared]) {
    const { state, reason, checkedAt } = publication ?? {}
    const lately = checkedAt && Math.abs(now.getTime() - checkedAt.getTime()) < checkAgainAfter
    if (state === 'published' && !reason && lately) continue
    await lookAgain(_id, now)
  }
}
