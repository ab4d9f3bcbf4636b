import type { Balance, CoachMinute, CoachMinuteInput, Rating } from '../contract/balance.ts'
import type { Role } from '../contract/pair.ts'
import type { Collection } from '../database/collection.ts'
import { sealedField, type Sealed, type SealedPlace, type Sealing } from '../plugins/sealing.ts'
import type { BalanceDocument } from './collection.ts'
import type { Both } from './data.ts'
import { mayWriteMinute, showEachOther } from './policy.ts'

const parts = ['minute', 'rating'] as const
type Part = (typeof parts)[number]
type Place = Pick<BalanceDocument, 'tenantId' | 'conversationId' | 'role'>

/** Bound to its conversation and author: moved to another place in the database it does not open. */
const placeOf = (part: Part, { conversationId, role }: Place) => `${part} ${conversationId} ${role}`

/** @throws KeysUnavailable */
export const sealMinute = (
  sealing: Sealing,
  place: Place,
  { revision: _seen, ...minute }: CoachMinuteInput,
): Promise<Sealed> => sealing.seal(place.tenantId, placeOf('minute', place), JSON.stringify(minute))

/** @throws KeysUnavailable */
export const sealRating = (sealing: Sealing, place: Place, { value }: Rating): Promise<Sealed> =>
  sealing.seal(place.tenantId, placeOf('rating', place), JSON.stringify(value))

/** What cannot be opened is said to be unreadable: what its author writes next takes its place. */
const unreadable = {
  talked: null,
  asked: null,
  listened: null,
  summarised: null,
  frames: null,
  unreadable: true as const,
}

async function minuteView(sealing: Sealing, one: BalanceDocument | null): Promise<CoachMinute | null> {
  if (!one?.minute) return null
  const { sealed, revision } = one.minute
  const opened = await sealing.open(one.tenantId, placeOf('minute', one), sealed)
  const said = opened.ok ? (JSON.parse(opened.text) as Omit<CoachMinute, 'revision'>) : unreadable
  return { ...said, revision }
}

/** One that cannot be opened is as good as none: it is one tap to give it again. */
async function ratingView(sealing: Sealing, one: BalanceDocument | null): Promise<Rating | null> {
  if (!one?.rating) return null
  const opened = await sealing.open(one.tenantId, placeOf('rating', one), one.rating.sealed)
  return opened.ok
    ? { value: JSON.parse(opened.text) as number, showEachOther: one.rating.showEachOther }
    : null
}

/** What one of the two may see. */
export async function balanceView(sealing: Sealing, role: Role, both: Both): Promise<Balance> {
  const theirs = showEachOther(both) ? await ratingView(sealing, both.theirs) : null
  return {
    minute: mayWriteMinute(role) ? await minuteView(sealing, both.mine) : null,
    rating: await ratingView(sealing, both.mine),
    theirRating: theirs?.value ?? null,
  }
}

/** Minutes and ratings are sealed anew when their key is replaced. */
export const sealedBalances = (balances: Collection<BalanceDocument>, sealing: Sealing): SealedPlace[] =>
  parts.map((part) => sealedField(sealing, balances, part, (one) => placeOf(part, one)))
