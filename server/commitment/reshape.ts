import type { Wording } from '../contract/commitment.ts'

/**
 * A commitment in its new wording, with the one it had before this talk. What a talk reshapes twice keeps the
 * first; what it puts back as it was is not reshaped.
 * @param earlier how it read before this talk, when this talk reshaped it already
 * @param wanted a part that is undefined stays as it is
 */
export function reshape(
  now: Wording,
  earlier: Wording | null,
  wanted: { what: string | undefined; due: string | null | undefined },
): Wording & { reshapedFrom: Wording | null } {
  const before = { what: (earlier ?? now).what, due: (earlier ?? now).due }
  const after = { what: wanted.what ?? now.what, due: wanted.due === undefined ? now.due : wanted.due }
  const same = after.what === before.what && after.due === before.due
  return { ...after, reshapedFrom: same ? null : before }
}
