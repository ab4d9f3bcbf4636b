import type { CommitmentDocument } from './collection.ts'

/** Since when a commitment is closed as it is now: by its owner's answer, or by what a conversation said of it. Null: it is open. */
export function closedAt({
  status,
  doneAt,
  followUps,
  createdAt,
}: Pick<CommitmentDocument, 'status' | 'doneAt' | 'followUps' | 'createdAt'>): Date | null {
  if (status === 'open') return null
  const said = [
    ...followUps.flatMap(({ outcome, at }) => (outcome ? [{ outcome, at }] : [])),
    ...(doneAt ? [{ outcome: 'done' as const, at: doneAt }] : []),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  // Said again later, it is no newer.
  const before = said.findLastIndex(({ outcome }) => outcome !== status)
  return said[before + 1]?.at ?? createdAt
}
