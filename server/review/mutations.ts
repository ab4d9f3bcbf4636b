import type { Role } from '../contract/pair.ts'
import type { Choice, ReviewPack, ReviewTextInput } from '../contract/review.ts'
import type { Collection } from '../database/collection.ts'
import type { DeriveId } from '../database/derived-id.ts'
import { isInserted } from '../database/errors.ts'
import { otherRole } from '../pair/policy.ts'
import type { ReviewDocument } from './collection.ts'

export type Written =
  | { ok: true; review: ReviewDocument }
  | { ok: false; reason: 'changed-meanwhile' | 'review-frozen' | 'not-found' }

/** A pack and its fingerprint. */
export type Read = { pack: ReviewPack; fingerprint: string }

/** How often "done" is tried again because the other wrote in between; more is no coincidence. */
const attempts = 5

export const reviewMutations = (reviews: Collection<ReviewDocument>) => {
  /** Nothing was changed: because it is frozen, because it was so already, or because somebody was first? */
  async function unchanged(
    review: ReviewDocument,
    asWanted: (now: ReviewDocument) => boolean,
  ): Promise<Written> {
    const now = await reviews.findOne({ _id: review._id, tenantId: review.tenantId })
    if (!now) return { ok: false, reason: 'not-found' }
    if (asWanted(now)) return { ok: true, review: now }
    return { ok: false, reason: now.frozen ? 'review-frozen' : 'changed-meanwhile' }
  }

  return {
    /** Finds or makes the pack of a pair and a period: one, however many ask at once. */
    async open(
      of: Pick<ReviewDocument, 'tenantId' | 'pairId' | 'from' | 'to'>,
      made: { deriveId: DeriveId; timeZone: string; at: Date },
    ): Promise<ReviewDocument | null> {
      const there = await reviews.findOne(of)
      if (there) return there
      const review: ReviewDocument = {
        _id: made.deriveId('review', of.pairId, of.from, of.to),
        ...of,
        timeZone: made.timeZone,
        choices: { coach: {}, employee: {} },
        texts: {},
        ready: {},
        frozen: null,
        revision: 1,
        createdAt: made.at,
      }
      return (await isInserted(reviews.insertOne(review))) ? review : reviews.findOne(of)
    },

    /** One field a person and item: what the two choose at once both stands. */
    async choose(review: ReviewDocument, role: Role, { item, chosen }: Choice, at: Date): Promise<Written> {
      const field = `choices.${role}.${item}`
      const before = chosen ? { [field]: null } : { [field]: { $exists: true } }
      const after = await reviews.findOneAndUpdate(
        { _id: review._id, tenantId: review.tenantId, frozen: null, ...before },
        { ...(chosen ? { $set: { [field]: at } } : { $unset: { [field]: '' } }), $inc: { revision: 1 } },
      )
      if (after) return { ok: true, review: after }
      return unchanged(review, (now) => !now.frozen && item in now.choices[role] === chosen)
    },

    /** One person's text over the revision that they saw; the same request again changes nothing. */
    async write(
      review: ReviewDocument,
      role: Role,
      { text, revision }: ReviewTextInput,
      at: Date,
    ): Promise<Written> {
      const field = `texts.${role}`
      const seen = revision === 0 ? { [field]: null } : { [`${field}.revision`]: revision }
      const after = await reviews.findOneAndUpdate(
        { _id: review._id, tenantId: review.tenantId, frozen: null, ...seen },
        { $set: { [field]: { text, revision: revision + 1, at } }, $inc: { revision: 1 } },
      )
      if (after) return { ok: true, review: after }
      return unchanged(review, ({ frozen, texts }) => {
        const mine = texts[role]
        return !frozen && mine?.text === text && mine.revision === revision + 1
      })
    },

    /**
     * One person is done with the pack that they saw; the second of the two freezes it as it then reads.
     * @param read how the pack reads now
     */
    async finish(
      review: ReviewDocument,
      role: Role,
      seen: string,
      at: Date,
      read: (review: ReviewDocument) => Promise<Read>,
    ): Promise<Written> {
      let now: ReviewDocument | null = review
      for (let attempt = 0; attempt < attempts && now; attempt += 1) {
        if (now.frozen?.fingerprint === seen) return { ok: true, review: now }
        if (now.frozen) return { ok: false, reason: 'review-frozen' }
        const { pack, fingerprint } = await read(now)
        if (fingerprint !== seen) return { ok: false, reason: 'changed-meanwhile' }
        const both = now.ready[otherRole(role)] === fingerprint
        const after = await reviews.findOneAndUpdate(
          { _id: now._id, tenantId: now.tenantId, revision: now.revision },
          {
            $set: { [`ready.${role}`]: fingerprint, ...(both ? { frozen: { pack, fingerprint, at } } : {}) },
            $inc: { revision: 1 },
          },
        )
        if (after) return { ok: true, review: after }
        now = await reviews.findOne({ _id: review._id, tenantId: review.tenantId })
      }
      return { ok: false, reason: now ? 'changed-meanwhile' : 'not-found' }
    },

    /** One person is not done any more; a frozen pack goes on as it stands now. */
    async reopen(review: ReviewDocument, role: Role): Promise<Written> {
      const after = await reviews.findOneAndUpdate(
        { _id: review._id, tenantId: review.tenantId },
        { $set: { frozen: null }, $unset: { [`ready.${role}`]: '' }, $inc: { revision: 1 } },
      )
      return after ? { ok: true, review: after } : { ok: false, reason: 'not-found' }
    },
  }
}
