import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { ConversationDocument, ListedConversation } from '../conversation/collection.ts'
import { conversationMutations, newConversation } from '../conversation/mutations.ts'
import type { Collection } from '../database/collection.ts'
import { isUnavailable } from '../database/mongo-failure.ts'
import { bodyThread, type Bodies } from '../invite/thread.ts'
import { MailboxBusy, mailboxSession } from '../mailbox/session.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import type { PairDocument } from '../pair/collection.ts'
import { isOver, memberWith } from '../pair/policy.ts'
import { hoursOf, personData } from '../person/data.ts'
import { activeOnly, keptIfItLasts } from '../pair/active-collection.ts'
import { ofListed } from '../plugins/listed.ts'
import { Refused } from '../plugins/problems.ts'
import { remembered } from '../plugins/remembered.ts'
import { retryIn } from '../queue/backoff.ts'
import { workLoop } from '../queue/work-loop.ts'
import type { TemplateReference } from '../template/collection.ts'
import { templatesOf } from '../template/data.ts'
import { activeIn, activeOf, unclearedOf } from './data.ts'
import { mayGoOn } from './goes-on.ts'
import { lease, publicationMutations, type Claim, type Recorded } from './mutations.ts'
import { afterFault, claimLimit, recordOf, setAside, type Outcome } from './outcome.ts'
import { ClaimLost, publish } from './publish-job.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Publishing at once what is finished here; whatever else is due is found by its claim. */
    publishing: {
      /** A claim for what is about to be finished; null while this server has enough to do. */
      claim(): string | null
      begin(claimed: Claim, known: Known): void
    }
  }
}

/** The pair, and its latest and coming conversations, as the request that finished it has just read them. */
type Known = { pair: PairDocument; recent: ListedConversation[] }

type Parts = {
  app: FastifyInstance
  conversations: Collection<ConversationDocument>
  /** The same, as long as their pairs last. */
  lasting: Collection<ConversationDocument>
  pairs: Collection<PairDocument>
  /** The template that a pair's new conversation begins with. */
  standardFor: (pair: PairDocument) => Promise<TemplateReference>
  bodies: Bodies
}

/**
 * How long a worker remembers the templates that a coach's pairs get, milliseconds: the next conversation of many pairs that
 * finish at the same hour may begin with what was published until a minute ago.
 */
const templatesKept = 60_000

/** One mailbox that is slow to answer holds up nobody else's invites. */
const concurrency = 4

/**
 * Publishes what is due. Any number of servers run it: a claim moves the due time forward by a lease, so that
 * only one has it, and everybody can have it again when that one dies.
 */
export const publicationWorker = fp(
  async (app) => {
    const { pairs } = app.collections
    const conversations = ofListed(app.collections.conversations, app.settings.app.tenantIds)
    const { setOf, standard } = templatesOf(app.collections)
    const sets = remembered(
      (key) => setOf(...(JSON.parse(key) as [string, string | null])),
      templatesKept,
      app.now,
    )
    const standardFor: Parts['standardFor'] = async (pair) =>
      standard(pair, await sets.of(JSON.stringify([pair.tenantId, memberWith(pair, 'coach').oid])))
    const lasting = activeOnly(pairs, app.collections.conversations)
    const bodies = bodyThread()
    app.addHook('onClose', () => bodies.close())
    const parts = { app, conversations, lasting, pairs, standardFor, bodies }
    /** Pairs of which somebody came in, or said who reads along; the loop looks after them, so that a stop waits for it. */
    const opened = new Map<string, { readersChanged: boolean }>()
    const step = async () => {
      for (const [pairId, { readersChanged }] of opened) {
        opened.delete(pairId)
        await checkWhenOpened(parts, pairId, readersChanged)
      }
      const claimed = await publicationMutations(conversations).claim(randomUUID(), app.now())
      if (claimed) await publishClaimed(parts, wake, claimed)
      return claimed !== null
    }
    const wake = workLoop(app, 'publication worker', step, concurrency)
    app.decorate('publishing', {
      claim: () => (wake.isFree() ? randomUUID() : null),
      begin: (claimed, known) => wake.run(() => publishClaimed(parts, wake, claimed, known)),
    })
    app.announce.on('due', () => wake())
    app.announce.on('opened', (pairId, _person, about) => {
      if (about?.sectionsMayGoOn === false) return
      opened.set(pairId, opened.get(pairId) ?? { readersChanged: false })
      wake()
    })
    app.announce.on('readers-changed', (pairId) => {
      opened.set(pairId, { readersChanged: true })
      wake()
    })
  },
  { name: 'publication-worker', dependencies: ['context', 'auth'] },
)

async function publishClaimed(
  parts: Parts,
  wakeIn: (later: number) => void,
  claimed: Claim,
  known?: Known,
): Promise<void> {
  const { app, conversations, pairs, bodies } = parts
  const mutations = publicationMutations(conversations)
  const now = app.now()
  const { conversation } = claimed
  let others: ListedConversation[] = []
  /** The next conversation, made just now, of which it is not sure yet that its pair lasts. */
  let madeNext: ConversationDocument | null = null
  const { claims = 1 } = claimed.publication
  const failed = (error?: unknown) => setBack(parts, claimed, error)
  if (claims > claimLimit) return failed()
  // The worker that had it before may have died of it. What died with it, by chance, is not to be beside it again.
  if (claims > 1) await mutations.hold(claimed, new Date(now.getTime() + lease + pauseAfter(claims)))
  const session = mailboxSession(app, conversation.tenantId, claimed.claim)
  try {
    const pair = known?.pair ?? (await pairs.findOne({ _id: conversation.pairId }))
    const outcome: Outcome = pair
      ? await publish({
          ...claimed,
          pair,
          others: async () => {
            const active = (known && activeIn(known.recent)) ?? (await activeOf(conversations, [pair._id]))
            return (others = active.filter((one) => one._id !== conversation._id))
          },
          calendarOf: async ({ oid }) => (oid ? (await session.enter(oid)).calendar : null),
          zoneOf: ({ oid }) => zoneOf(parts, { tenantId: pair.tenantId, oid }),
          bodies,
          async begin(invites, next) {
            const made = next && !isOver(pair) && known ? await nextOf(parts, pair, next, known) : null
            const { isHeld, isMade } = await mutations.begin(claimed, invites, !isOver(pair), made)
            if (isMade) madeNext = made
            return isHeld
          },
          now,
        })
      : { kind: 'superseded', invites: [], isCleared: true }
    if (pair && outcome.kind === 'published' && !madeNext)
      await hasNext(parts, pair, outcome.next, known?.recent)
    const { set, dueAt } = recordOf(claimed.publication, outcome, app.now(), Math.random())
    const recorded = { ...claimed, set, dueAt, now: app.now() }
    if (outcome.kind !== 'published') await mutations.record(recorded)
    else if (await recordAndGiveWay(parts, recorded, others, madeNext !== null)) madeNext = null
    if (outcome.kind === 'waits' && outcome.retryAfter !== undefined) {
      await session.pause(new Date(app.now().getTime() + outcome.retryAfter * 1000))
    }
    app.log.info(
      { conversation: conversation._id, kind: outcome.kind, reason: set['publication.reason'] },
      'publication',
    )
  } catch (error) {
    if (error instanceof ClaimLost) return
    if (!(error instanceof MailboxBusy)) return await failed(error)
    // It was not begun: neither is it an end to those before, nor one of them.
    await mutations.postpone(claimed, error.until, claims - 1)
    wakeIn(error.until.getTime() - now.getTime())
    return
  } finally {
    await session.leave()
    if (madeNext) await unlessPairEnded(keptIfItLasts(pairs, conversations, madeNext))
  }
  app.announce.emit('changed', conversation._id)
  app.announce.emit('to-remind')
}

async function zoneOf(
  { app }: Parts,
  { tenantId, oid }: { tenantId: string; oid: string | null },
): Promise<string | null> {
  const person = oid ? await personData(app.collections.people).find({ tenantId, oid }) : null
  return person && hoursOf(person).timeZone
}

const pauseAfter = (claims: number) => retryIn(afterFault, claims, undefined, Math.random())

/**
 * Postpones a section after an unexpected error, so that it holds up no other, and sets it aside after too many claims.
 * @param error absent: the workers before died of it
 */
async function setBack({ app, conversations }: Parts, claimed: Claim, error?: unknown): Promise<void> {
  const { record, postpone } = publicationMutations(conversations)
  const conversation = claimed.conversation._id
  const { claims: all = 1 } = claimed.publication
  // A database that does not answer will do so later: no fault of this section.
  const claims = isUnavailable(error) ? all - 1 : all
  const isLast = claims >= claimLimit
  const why = error === undefined ? {} : { err: error }
  app.log.error({ conversation, claims, ...why }, isLast ? 'publication set aside' : 'publication failed')
  const now = app.now()
  if (!isLast) await postpone(claimed, new Date(now.getTime() + pauseAfter(claims)), claims)
  else {
    await record({ ...claimed, set: setAside, dueAt: null, now })
    app.announce.emit('changed', conversation)
    app.announce.emit('to-remind')
  }
}

/**
 * There is a next conversation: what is prepared and reminded of hangs on it. Not of a pair that ended, or went, while this was
 * written: nothing of it may come back.
 */
async function hasNext(
  { app, lasting, standardFor }: Parts,
  pair: PairDocument,
  next: OneOnOne,
  recent?: ListedConversation[],
): Promise<void> {
  if (isOver(pair)) return
  const read = recent && (recent.find(({ iCalUId }) => iCalUId === next.iCalUId) ?? null)
  const made = { deriveId: app.deriveId, at: app.now(), template: () => standardFor(pair) }
  await unlessPairEnded(conversationMutations(lasting).open(pair, next, made, read))
}

/** The next conversation as it is to be made; null: there is one. */
async function nextOf(
  { app, standardFor }: Parts,
  pair: PairDocument,
  next: OneOnOne,
  { recent }: Known,
): Promise<ConversationDocument | null> {
  if (recent.some(({ iCalUId }) => iCalUId === next.iCalUId)) return null
  return newConversation(pair, next, {
    deriveId: app.deriveId,
    at: app.now(),
    template: () => standardFor(pair),
  })
}

const unlessPairEnded = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
  })

/**
 * Records that a section is published. The pair's other sections have no business in an invite any more, wherever they stand.
 * In one that has begun they stay, which is not looked up where calendars are followed: these say by themselves that others
 * read it. All of it is one command, unless somebody else is at work in one of them.
 * @param asksForPair whether this conversation bears the mark of its pair's end is asked with it
 * @returns whether it was one command, so that it bears none
 */
async function recordAndGiveWay(
  { app, conversations }: Parts,
  recorded: Recorded,
  others: ListedConversation[],
  asksForPair: boolean,
): Promise<boolean> {
  const { record, recordTogether, checkAgain, supersede } = publicationMutations(conversations)
  const { now } = recorded
  const isFollowed = app.settings.publicUrl !== undefined
  const given = others.map((one) => ({ one, rests: isFollowed && isAtRest(one, now) }))
  if (await recordTogether(recorded, given, asksForPair)) return true
  await record(recorded)
  for (const { one, rests } of given) if (!rests || !(await supersede(one))) await checkAgain(one._id, now)
  return false
}

/** Does its section stand where it stays, in invites of meetings that have begun? */
const isAtRest = ({ publication }: ListedConversation, now: Date): boolean =>
  publication?.reason === null && publication.invites.every(({ start }) => start <= now)

/**
 * Somebody of the pair is here: what waited for a sign-in or a next meeting may go on, and a notification that never
 * came is made up for. What was looked at lately is not looked at again.
 * @param readersChanged it is all the same: who reads an invite may be another
 */
async function checkWhenOpened(
  { app, conversations }: Parts,
  pairId: string,
  readersChanged: boolean,
): Promise<void> {
  const { checkAgain } = publicationMutations(conversations)
  const now = app.now()
  const isFollowed = app.settings.publicUrl !== undefined
  const [active, uncleared] = await Promise.all([
    activeOf(conversations, [pairId]),
    unclearedOf(conversations, pairId),
  ])
  for (const one of [...active, ...uncleared])
    if (readersChanged || mayGoOn(one, now, isFollowed)) await checkAgain(one._id, now)
}
