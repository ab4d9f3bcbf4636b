import type { Feedback, CoachReflection, CoachReflectionInput, Rating } from '../contract/feedback.ts'
import type { Role } from '../contract/pair.ts'
import type { Sealed, Sealing } from '../sealing/sealed-field.ts'
import {
  reflectionBinding,
  ratingBinding,
  type FeedbackDocument,
  type Beside,
  type FeedbackKey,
} from './collection.ts'
import type { Both } from './data.ts'
import { mayWriteReflection, showEachOther } from './policy.ts'

/** @throws KeysUnavailable */
export const sealReflection = (
  sealing: Sealing,
  key: FeedbackKey,
  { revision: seen, ...reflection }: CoachReflectionInput,
): Promise<Sealed> => sealing.seal(key.tenantId, reflectionBinding(key, seen + 1), JSON.stringify(reflection))

/** @throws KeysUnavailable */
export async function sealRating(
  sealing: Sealing,
  key: FeedbackKey,
  { value, showEachOther }: Rating,
  at: Date,
): Promise<Sealed & Beside> {
  const beside = { showEachOther, at }
  return {
    ...(await sealing.seal(key.tenantId, ratingBinding(key, beside), JSON.stringify(value))),
    ...beside,
  }
}

/** A reflection that cannot be opened is shown as unreadable; the next one of its author replaces it. */
const unreadable = {
  talked: null,
  asked: null,
  listened: null,
  summarised: null,
  frames: null,
  unreadable: true as const,
}

async function reflectionView(
  sealing: Sealing,
  one: FeedbackDocument | null,
): Promise<CoachReflection | null> {
  if (!one?.reflection) return null
  const { sealed, revision } = one.reflection
  const opened = await sealing.open(one.tenantId, reflectionBinding(one, revision), sealed)
  const said = opened.ok ? (JSON.parse(opened.text) as Omit<CoachReflection, 'revision'>) : unreadable
  return { ...said, revision }
}

/** One that cannot be opened is as good as none: it is one tap to give it again. */
async function ratingView(sealing: Sealing, one: FeedbackDocument | null): Promise<Rating | null> {
  if (!one?.rating) return null
  const opened = await sealing.open(one.tenantId, ratingBinding(one, one.rating), one.rating.sealed)
  return opened.ok
    ? { value: JSON.parse(opened.text) as number, showEachOther: one.rating.showEachOther }
    : null
}

/** The feedback that one of the two may see. */
export async function feedbackView(sealing: Sealing, role: Role, both: Both): Promise<Feedback> {
  const theirs = showEachOther(both) ? await ratingView(sealing, both.theirs) : null
  return {
    reflection: mayWriteReflection(role) ? await reflectionView(sealing, both.mine) : null,
    rating: await ratingView(sealing, both.mine),
    theirRating: theirs?.value ?? null,
  }
}
