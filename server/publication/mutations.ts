import type { Summary } from '../contract/conversation.ts'
import type { Language } from '../contract/shape.ts'
import type {
  ConversationDocument,
  ListedConversation,
  PublicationDocument,
  Target,
} from '../conversation/collection.ts'
import type { Filter } from 'mongodb'
import type { Change, Collection } from '../database/collection.ts'
import { leased } from '../queue/leased.ts'

/** Longer than the slowest publication; after this a worker that died is taken for dead. Milliseconds. */
export const lease = 30_000

export type Claim = { conversation: ConversationDocument; publication: PublicationDocument; claim: string }
export type SetPublication = {
  [Field in keyof PublicationDocument as `publication.${Field}`]?: PublicationDocument[Field]
}

/** The end of a claim: what came of it, and when it is due again; null: never. */
export type Recorded = Claim & { set: SetPublication; dueAt: Date | null; now: Date }

type Update = Change<ConversationDocument>['updateOne']

const heldBy = ({ conversation, publication, claim }: Claim) => ({
  _id: conversation._id,
  'publication.lease': claim,
  'publication.revision': publication.revision,
})

function recording(recorded: Recorded): Update {
  const { publication, set, dueAt, now } = recorded
  const asked = { 'publication.asked': publication.asked ?? null }
  return {
    filter: { ...heldBy(recorded), ...asked } as Filter<ConversationDocument>,
    update: {
      $set: {
        'publication.claims': 0,
        ...set,
        ...(dueAt ? { 'publication.dueAt': dueAt } : {}),
        unplannedSince: now,
      },
      $unset: { 'publication.lease': '', ...(dueAt ? {} : { 'publication.dueAt': '' as const }) },
    },
  }
}

const superseding = ({ _id, publication }: ListedConversation): Update => ({
  filter: {
    _id,
    'publication.state': 'published',
    'publication.lease': { $exists: false },
    'publication.revision': publication?.revision,
    'publication.target.iCalUId': publication?.target?.iCalUId,
  } as Filter<ConversationDocument>,
  update: {
    $set: { 'publication.state': 'superseded', 'publication.invites': [], 'publication.attempts': 0 },
    $unset: { 'publication.dueAt': '' },
  },
})

const checkingAgain = (_id: string, now: Date): Update => ({
  filter: {
    _id,
    'publication.state': { $exists: true },
    'publication.lease': { $exists: false },
  } as Filter<ConversationDocument>,
  update: {
    $set: { 'publication.dueAt': now, 'publication.checkedAt': now },
    $inc: { 'publication.asked': 1 },
  },
})

export const publicationMutations = (conversations: Collection<ConversationDocument>) => ({
  /**
   * Finishes, and queues the publication, in one write: either both are there after a crash or neither.
   * @param finished `claim`: of a worker of this server that publishes it at once; when that one dies it is due again
   */
  async finish(
    conversation: ConversationDocument,
    finished: { at: Date; language: Language; summary: Summary; overEdited: boolean; claim: string | null },
  ): Promise<ConversationDocument | null> {
    const { claim, at } = finished
    const mine = { _id: conversation._id, tenantId: conversation.tenantId }
    const done = { state: 'finished' as const, finishedAt: finished.at, unplannedSince: finished.at }
    const queued = {
      scope: finished.summary.scope,
      language: finished.language,
      summary: finished.summary,
      heldAt: conversation.meeting.start,
      state: 'waiting' as const,
      reason: 'queued' as const,
      dueAt: claim ? new Date(at.getTime() + lease) : at,
      attempts: 0,
      claims: claim ? 1 : 0,
      ...(claim && { lease: claim }),
      publishedAt: null,
      overEdited: finished.overEdited,
      asked: 0,
    }
    // Where it stands is the worker's to say, who may be writing right now: finishing again leaves that alone.
    const again = () =>
      conversations.findOneAndUpdate(
        { ...mine, 'publication.revision': { $exists: true } },
        {
          $set: {
            ...done,
            ...Object.fromEntries(
              Object.entries(queued).map(([name, value]) => [`publication.${name}`, value]),
            ),
          },
          $inc: { 'publication.revision': 1 },
          $unset: { ...(claim ? {} : { 'publication.lease': '' as const }), 'publication.checkedAt': '' },
        },
      )
    const first = () =>
      conversations.findOneAndUpdate(
        { ...mine, publication: null },
        { $set: { ...done, publication: { ...queued, revision: 1, target: null, invites: [] } } },
      )
    const isFirst = conversation.publication === null
    return (isFirst ? await first() : await again()) ?? (await first()) ?? again()
  },

  /** Takes what is due longest, for as long as a lease, and counts that before anything is done. */
  async claim(claim: string, now: Date): Promise<Claim | null> {
    const conversation = await leased(conversations, 'publication', lease, 'claims').claim(claim, now)
    const publication = conversation?.publication
    return conversation && publication ? { conversation, publication, claim } : null
  },

  /**
   * Kept before an invite is touched: where the section may stand from now on. However the worker ends, whoever comes
   * next looks in all of these.
   * @param next is made with the same command, when it is not there
   * @returns `isHeld`: false when somebody else has it by now, or a pair that lasted has ended; `isMade`: whether `next` was
   */
  async begin(
    claimed: Claim,
    invites: Target[],
    pairLasts: boolean,
    next: ConversationDocument | null,
  ): Promise<{ isHeld: boolean; isMade: boolean }> {
    const { reason } = claimed.publication
    const filter = {
      ...heldBy(claimed),
      ...(pairLasts && { pairEnded: null }),
    } as Filter<ConversationDocument>
    const update = {
      $set: {
        'publication.invites': invites,
        // A section that failed for days is not said to be on its way each time that it is tried.
        'publication.reason': reason === 'keeps-failing' ? ('keeps-failing' as const) : ('queued' as const),
      },
    }
    if (!next) {
      const { matchedCount } = await conversations.updateOne(filter, update)
      return { isHeld: matchedCount > 0, isMade: false }
    }
    const { matchedCount, insertedCount } = await conversations.bulkWrite([
      { updateOne: { filter, update } },
      { insertOne: { document: next } },
    ])
    return { isHeld: matchedCount > 0, isMade: insertedCount > 0 }
  },

  /**
   * Records what came of it. Only the holder of the claim writes: after a second finish, or a lost lease, somebody else has
   * it. What was asked for meanwhile is looked at again at once.
   */
  async record(recorded: Recorded): Promise<void> {
    const { set, now } = recorded
    const { filter, update } = recording(recorded)
    const done = await conversations.updateOne(filter, update)
    if (done.matchedCount > 0) return
    await conversations.updateOne(heldBy(recorded) as Filter<ConversationDocument>, {
      $set: { 'publication.claims': 0, ...set, 'publication.dueAt': now, unplannedSince: now },
      $unset: { 'publication.lease': '' },
    })
  },

  /**
   * Records it with what becomes of the pair's other sections, in one command: `rests` are superseded, the others are looked at
   * again. Doing the same once more, one by one, does no harm.
   * @param pairLasts this conversation must not bear the mark of its pair's end
   * @returns false when one of them was not as it was seen, and may not be done
   */
  async recordTogether(
    recorded: Recorded,
    others: { one: ListedConversation; rests: boolean }[],
    pairLasts: boolean,
  ): Promise<boolean> {
    const { filter, update } = recording(recorded)
    const changes = [
      { filter: { ...filter, ...(pairLasts && { pairEnded: null }) } as typeof filter, update },
      ...others.map(({ one, rests }) => (rests ? superseding(one) : checkingAgain(one._id, recorded.now))),
    ]
    const done = await conversations.bulkWrite(changes.map((updateOne) => ({ updateOne })))
    return done.matchedCount === changes.length
  },

  /**
   * Gives it back, for it could not be begun or failed.
   * @param claims in a row that came to no end
   */
  async postpone({ conversation, claim }: Claim, dueAt: Date, claims: number): Promise<void> {
    await conversations.updateOne(
      { _id: conversation._id, 'publication.lease': claim },
      {
        $set: { 'publication.dueAt': dueAt, 'publication.claims': claims },
        $unset: { 'publication.lease': '' },
      },
    )
  },

  /** Keeps it for longer than a lease. */
  async hold({ conversation, claim }: Claim, until: Date): Promise<void> {
    await conversations.updateOne(
      { _id: conversation._id, 'publication.lease': claim },
      { $set: { 'publication.dueAt': until } },
    )
  },

  /**
   * A later conversation is finished, and this section stands in invites that have begun, where it stays.
   * @returns false when somebody works on it, or it is not as it was seen
   */
  async supersede(one: ListedConversation): Promise<boolean> {
    const { filter, update } = superseding(one)
    const { matchedCount } = await conversations.updateOne(filter, update)
    return matchedCount > 0
  },

  /** The next invite may be another one: it is looked at now, or once more by the worker that has it. */
  async checkAgain(conversationId: string, now: Date): Promise<void> {
    const { filter, update } = checkingAgain(conversationId, now)
    const free = await conversations.updateOne(filter, update)
    if (free.matchedCount > 0) return
    const mine = { _id: conversationId, 'publication.state': { $exists: true } }
    await conversations.updateOne(mine, { $inc: { 'publication.asked': 1 } })
  },
})
