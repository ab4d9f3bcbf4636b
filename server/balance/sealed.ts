import type { Balance, CoachMinute, CoachMinuteInput, Rating } from '../contract/balance.ts'
import type { Role } from '../contract/pair.ts'
import type { Sealing } from '../plugins/context.ts'
import type { BalanceDocument } from './collection.ts'
import type { Both } from './data.ts'
import { mayWriteMinute, showEachOther } from './policy.ts'

type Place = Pick<BalanceDocument, 'tenantId' | 'conversationId' | 'role'>

/** Bound to its conversation and author: moved to another place in the database it does not open. */
const placeOf = (part: 'minute' | 'rating', { conversationId, role }: Place) =>
  `${part} ${conversationId} ${role}`

export const sealMinute = (
  sealing: Sealing,
  place: Place,
  { revision: _seen, ...minute }: CoachMinuteInput,
): string => sealing.seal(place.tenantId, placeOf('minute', place), JSON.stringify(minute))

export const sealRating = (sealing: Sealing, place: Place, { value }: Rating): string =>
  sealing.seal(place.tenantId, placeOf('rating', place), JSON.stringify(value))

function minuteView(sealing: Sealing, one: BalanceDocument | null): CoachMinute | null {
  if (!one?.minute) return null
  const text = sealing.unseal(one.tenantId, placeOf('minute', one), one.minute.sealed)
  return { ...(JSON.parse(text) as Omit<CoachMinute, 'revision'>), revision: one.minute.revision }
}

function ratingView(sealing: Sealing, one: BalanceDocument | null): Rating | null {
  if (!one?.rating) return null
  const text = sealing.unseal(one.tenantId, placeOf('rating', one), one.rating.sealed)
  return { value: JSON.parse(text) as number, showEachOther: one.rating.showEachOther }
}

/** What one of the two may see. */
export const balanceView = (sealing: Sealing, role: Role, both: Both): Balance => ({
  minute: mayWriteMinute(role) ? minuteView(sealing, both.mine) : null,
  rating: ratingView(sealing, both.mine),
  theirRating: showEachOther(both) ? (ratingView(sealing, both.theirs)?.value ?? null) : null,
})
