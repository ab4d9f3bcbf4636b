import type { Role } from '../contract/pair.ts'
import type { AgreementInput } from '../contract/planning.ts'
import type { Collection } from '../database/collection.ts'
import type { PairDocument } from '../pair/collection.ts'
import { isOver } from '../pair/policy.ts'

type Plan = NonNullable<PairDocument['plan']>
type Refusal = { ok: false; reason: 'changed-meanwhile' | 'pair-ended' }
export type Agreed = { ok: true; pair: PairDocument } | Refusal
export type Claimed = { ok: true; plan: Plan } | Refusal | { ok: false; reason: 'planned-often' }

export const planningMutations = (pairs: Collection<PairDocument>) => {
  /**
   * Writes over the revision that was seen; a field that is not there yet has revision 0.
   * @returns the pair as it is now, with what was written or with what was there; null when it ended
   */
  async function write(
    { _id, tenantId }: PairDocument,
    set: Pick<PairDocument, 'rhythm' | 'plan'>,
    revision: number,
  ): Promise<PairDocument | null> {
    const [field = ''] = Object.keys(set)
    const seen = revision === 0 ? { [field]: null } : { [`${field}.revision`]: revision }
    const written = await pairs.findOneAndUpdate({ _id, tenantId, ended: null, ...seen }, { $set: set })
    const now = written ?? (await pairs.findOne({ _id }))
    return now && !isOver(now) ? now : null
  }

  return {
    /** Writes what they agreed on over the revision that was seen; the same request again changes nothing. */
    async agree(pair: PairDocument, input: AgreementInput, by: Role, at: Date): Promise<Agreed> {
      const rhythm = { everyWeeks: input.everyWeeks, by, at, revision: input.revision + 1 }
      const now = await write(pair, { rhythm }, input.revision)
      if (!now) return { ok: false, reason: 'pair-ended' }
      return now.rhythm?.revision === rhythm.revision && now.rhythm.everyWeeks === rhythm.everyWeeks
        ? { ok: true, pair: now }
        : { ok: false, reason: 'changed-meanwhile' }
    },

    /**
     * Takes the turn to plan, over the revision that was seen. The same request again has it still, with the
     * `transactionId` of the first time: an answer that was lost makes no second event.
     */
    async claim(
      pair: PairDocument,
      wanted: Omit<Plan, 'revision' | 'recent'>,
      revision: number,
    ): Promise<Claimed> {
      const recent = plannedRecently(pair.plan, wanted.at)
      const plan = { ...wanted, recent: [...recent, wanted.at], revision: revision + 1 }
      const isNew = pair.plan?.revision !== plan.revision
      if (isNew && recent.length >= mostPlanned) return { ok: false, reason: 'planned-often' }
      const now = await write(pair, { plan }, revision)
      if (!now) return { ok: false, reason: 'pair-ended' }
      return now.plan?.revision === plan.revision && sameConversation(now.plan, plan)
        ? { ok: true, plan: now.plan }
        : { ok: false, reason: 'changed-meanwhile' }
    },
  }
}

/** Each is an invite that the other gets by mail. */
const mostPlanned = 5
const within = 60 * 60_000

/** When either of the two planned within the hour; a clock that was put back makes nothing of it recent for longer. */
const plannedRecently = (plan: PairDocument['plan'], at: Date): Date[] =>
  (plan?.recent ?? []).filter((one) => Math.abs(at.getTime() - one.getTime()) < within)

const sameConversation = (one: Plan, other: Plan): boolean =>
  one.by === other.by &&
  one.everyWeeks === other.everyWeeks &&
  one.start.getTime() === other.start.getTime() &&
  one.end.getTime() === other.end.getTime()
