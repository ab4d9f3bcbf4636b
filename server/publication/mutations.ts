import type { ConversationDocument, PublicationDocument, Target } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import { lease } from './schedule.ts'

const active = ['waiting', 'published'] as const

export type Claim = { conversation: ConversationDocument; publication: PublicationDocument; claim: string }
export type SetPublication = {
  [Field in keyof PublicationDocument as `publication.${Field}`]?: PublicationDocument[Field]
}

export const publicationMutations = (conversations: Collection<ConversationDocument>) => ({
  /** Takes what is due longest, for as long as a lease. */
  async claim(claim: string, now: Date): Promise<Claim | null> {
    const conversation = await conversations.findOneAndUpdate(
      { 'publication.dueAt': { $lte: now } },
      { $set: { 'publication.dueAt': new Date(now.getTime() + lease), 'publication.lease': claim } },
      { sort: { 'publication.dueAt': 1 }, returnDocument: 'after' },
    )
    const publication = conversation?.publication
    return conversation && publication ? { conversation, publication, claim } : null
  },

  /**
   * Kept before an invite is touched: where the section may stand from now on. However the worker ends, whoever comes
   * next looks in all of these.
   * @returns false when somebody else has it by now
   */
  async begin({ conversation, publication, claim }: Claim, places: Target[]): Promise<boolean> {
    const { matchedCount } = await conversations.updateOne(
      {
        _id: conversation._id,
        'publication.lease': claim,
        'publication.revision': publication.revision,
      },
      { $set: { 'publication.places': places, 'publication.reason': 'queued' } },
    )
    return matchedCount > 0
  },

  /**
   * Records what came of it, and when it is due again (null: never). Only the holder of the claim writes: after a
   * second finish, or a lost lease, somebody else has it. What was asked for meanwhile is looked at again at once.
   */
  async record(
    { conversation, publication, claim }: Claim,
    set: SetPublication,
    dueAt: Date | null,
    now: Date,
  ) {
    const mine = {
      _id: conversation._id,
      'publication.lease': claim,
      'publication.revision': publication.revision,
    }
    const done = await conversations.updateOne(
      { ...mine, 'publication.asked': publication.asked ?? null } as object,
      {
        $set: { ...set, ...(dueAt ? { 'publication.dueAt': dueAt } : {}), unplannedSince: now },
        $unset: { 'publication.lease': '', ...(dueAt ? {} : { 'publication.dueAt': '' as const }) },
      },
    )
    if (done.matchedCount > 0) return
    await conversations.updateOne(mine, {
      $set: { ...set, 'publication.dueAt': now, unplannedSince: now },
      $unset: { 'publication.lease': '' },
    })
  },

  /** Gives it back as it was: it was not our turn. */
  async postpone({ conversation, claim }: Claim, dueAt: Date): Promise<void> {
    await conversations.updateOne(
      { _id: conversation._id, 'publication.lease': claim },
      { $set: { 'publication.dueAt': dueAt }, $unset: { 'publication.lease': '' } },
    )
  },

  /** Something may have moved its place: it is looked at now, or once more by the worker that has it. */
  async lookAgain(conversationId: string, now: Date): Promise<void> {
    const mine = { _id: conversationId, 'publication.state': { $exists: true } }
    const free = await conversations.updateOne(
      { ...mine, 'publication.lease': { $exists: false } },
      { $set: { 'publication.dueAt': now, 'publication.checkedAt': now }, $inc: { 'publication.asked': 1 } },
    )
    if (free.matchedCount === 0) await conversations.updateOne(mine, { $inc: { 'publication.asked': 1 } })
  },
})

/** Sections that stand in an invite or wait for one: at most a few of a pair, for later ones take their place. */
export const activeOf = (conversations: Collection<ConversationDocument>, pairIds: string[]) =>
  conversations
    .find(
      { pairId: { $in: pairIds }, 'publication.state': { $in: [...active] } },
      { projection: { 'notes.document': 0 } },
    )
    .toArray()

/** Sections that have had their time, and are still to be taken out of an invite. */
export const unclearedOf = (conversations: Collection<ConversationDocument>, pairId: string) =>
  conversations
    .find(
      { pairId, 'publication.state': 'superseded', 'publication.dueAt': { $exists: true } },
      { projection: { 'notes.document': 0 } },
    )
    .toArray()
