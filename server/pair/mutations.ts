import type { PersonKey } from '../contract/person-key.ts'
import type { Role } from '../contract/pair.ts'
import type { Scope } from '../contract/publication.ts'
import type { Collection } from '../database/collection.ts'
import type { DeriveId } from '../database/derived-id.ts'
import { isInserted } from '../database/errors.ts'
import { me, other, pairKey, type OneOnOne } from '../meeting/one-on-one.ts'
import type { Member, NoteTaker, PairDocument } from './collection.ts'
import { askDeletion, lateWrites } from './deletion.ts'
import { memberWith, otherRole } from './policy.ts'

/** No two people are followed by more services. */
const mostNoteTakers = 20

export const pairMutations = (pairs: Collection<PairDocument>) => ({
  /**
   * Makes the pair of a meeting, or gives the one that is there: roles are asked once, the first answer stays.
   * The caller has checked that `person` is the owner of the calendar that the meeting was read from.
   */
  async make(
    person: PersonKey,
    meeting: OneOnOne,
    myRole: Role,
    made: { deriveId: DeriveId; hash: (key: string) => Promise<string>; at: Date; addresses: string[] },
  ): Promise<{ pair: PairDocument; isNew: boolean }> {
    const { addresses, at: createdAt } = made
    const { tenantId } = person
    const key = pairKey(meeting)
    const mine: Member = {
      ...me(meeting),
      oid: person.oid,
      role: myRole,
      addresses,
      addressesAt: createdAt,
    }
    const theirs: Member = { ...other(meeting), oid: null, role: otherRole(myRole) }
    const members: [Member, Member] = mine.address < theirs.address ? [mine, theirs] : [theirs, mine]
    // The key of derived ids lies beside them, and addresses can be guessed.
    const hashed = await made.hash(key)
    // When two answer at once, one makes the pair and both get it. An ended pair of the same two keeps the id before.
    for (let before = 0; ; before += 1) {
      const there = await pairs.findOne({ tenantId, key })
      if (there) return { pair: there, isNew: false }
      const _id = made.deriveId('pair', tenantId, hashed, String(before))
      const pair: PairDocument = { _id, tenantId, key, members, createdAt }
      if (await isInserted(pairs.insertOne(pair))) return { pair, isNew: true }
    }
  },

  /**
   * Ties a member's place to the person whose address it is, with all addresses of theirs; a place that another has
   * stays as it is.
   */
  async bind(
    pair: PairDocument,
    person: PersonKey,
    { address }: Member,
    { addresses, at }: { addresses: string[]; at: Date },
  ): Promise<PairDocument | null> {
    const place = `members.${pair.members[0].address === address ? 0 : 1}`
    const bound = await pairs.findOneAndUpdate(
      { _id: pair._id, members: { $elemMatch: { address, oid: { $in: [null, person.oid] } } } },
      {
        $set: {
          [`${place}.oid`]: person.oid,
          [`${place}.addresses`]: addresses,
          [`${place}.addressesAt`]: at,
        },
      },
    )
    // Taken in the meantime, by somebody else or by this very person on another device.
    return bound ?? pairs.findOne({ _id: pair._id })
  },

  /**
   * A member's own choice, for the events of the pair that they organise.
   * @returns false when it ended meanwhile
   */
  async keepPrivate(pair: PairDocument, member: Member, keepPrivate: boolean): Promise<boolean> {
    const place = pair.members[0].address === member.address ? 0 : 1
    const done = await pairs.updateOne(
      { _id: pair._id, tenantId: pair.tenantId, ended: null },
      { $set: { [`members.${place}.keepPrivate`]: keepPrivate } },
    )
    return done.matchedCount > 0
  },

  /**
   * Remembers of an address whether it is a person's; the last word counts. @returns false when it ended meanwhile, or
   * there is no room for more
   */
  async nameNoteTaker({ _id, tenantId }: PairDocument, said: NoteTaker): Promise<boolean> {
    const filter = { _id, tenantId, ended: null }
    const { address } = said
    // Both may say it at once: an address never stands there twice, for the two could differ.
    const free = {
      ...filter,
      'noteTakers.address': { $ne: address },
      $nor: [{ noteTakers: { $size: mostNoteTakers } }],
    }
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await pairs.updateOne(filter, { $pull: { noteTakers: { address } } })
      const { matchedCount } = await pairs.updateOne(free, { $push: { noteTakers: said } })
      if (matchedCount > 0) return true
    }
    return false
  },

  /** Remembers how much the two share. @returns null when it ended meanwhile */
  keepScope: (pair: PairDocument, scope: Scope): Promise<PairDocument | null> =>
    pairs.findOneAndUpdate({ _id: pair._id, tenantId: pair.tenantId, ended: null }, { $set: { scope } }),

  /** From now on their new conversations begin with this template; null: with the organisation's standard. */
  keepTemplate: (pair: PairDocument, templateId: string | null): Promise<PairDocument | null> =>
    pairs.findOneAndUpdate(
      { _id: pair._id, tenantId: pair.tenantId },
      { $set: { usualTemplate: templateId } },
    ),

  /** Ends it: once, whoever of the two was first. Its key is free for a new pair of the two. */
  async end(pair: PairDocument, by: Role, at: Date): Promise<void> {
    await pairs.updateOne(
      { _id: pair._id, ended: null },
      {
        $set: {
          ended: { at, by },
          key: `${pair.key} ended ${pair._id}`,
          formerKey: pair.key,
          retainFrom: at,
          closing: at,
        },
      },
    )
  },

  /** All that it has is gone: nobody is named in it any more. It stays a while, for what a late request may leave. */
  async empty({ _id, members, deletion }: PairDocument, now: Date): Promise<void> {
    if (!deletion) return
    // Without a word of content it can be read when its key is gone.
    const nobody = ({ role }: Member) => ({ oid: null, role }) as Member
    await pairs.updateOne(
      { _id },
      {
        $set: {
          members: [nobody(members[0]), nobody(members[1])],
          deletion: { ...deletion, emptied: true, next: new Date(now.getTime() + lateWrites) },
        },
        $unset: {
          key: '',
          formerKey: '',
          plan: '',
          rhythm: '',
          scope: '',
          noteTakers: '',
          unplannedSince: '',
        },
      },
    )
  },

  /** One of the two asks to delete it; what follows is a worker's. */
  async askDeletion(pairId: string, by: Role, at: Date): Promise<void> {
    for (;;) {
      const pair = await pairs.findOne({ _id: pairId })
      if (!pair || pair.deletion?.askedBy.includes(by)) return
      const other = memberWith(pair, otherRole(by))
      const done = await pairs.updateOne(
        // Only over what was seen: when both ask at once, both count.
        { _id: pairId, 'deletion.askedBy': pair.deletion?.askedBy ?? null },
        {
          $set: {
            deletion: askDeletion(pair.deletion, by, other.oid !== null, at),
            unplannedSince: at,
          },
        },
      )
      if (done.matchedCount > 0) return
    }
  },
})
export type PairMutations = ReturnType<typeof pairMutations>
