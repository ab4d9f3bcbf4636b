import type { ProgressInput } from '../contract/commitment.ts'
import type { Role } from '../contract/pair.ts'
import type { CommitmentDocument, ProgressDocument } from './collection.ts'

type Corrected =
  { ok: true; progress: ProgressDocument[] } | { ok: false; reason: 'not-found' | 'changed-meanwhile' }

/**
 * The lines of progress with one of them corrected by its author, or, when `change` is null, without it. A line that
 * reads otherwise by now than what was seen is not written over.
 */
export function withLine(
  { progress = [] }: Pick<CommitmentDocument, 'progress'>,
  by: Role,
  at: Date,
  change: ProgressInput | null,
): Corrected {
  const is = (one: ProgressDocument) => one.at.getTime() === at.getTime() && one.by === by
  const found = progress.find(is)
  if (!found) return { ok: false, reason: 'not-found' }
  if (!change) return { ok: true, progress: progress.filter((one) => !is(one)) }
  if (found.text !== change.was && found.text !== change.text)
    return { ok: false, reason: 'changed-meanwhile' }
  return { ok: true, progress: progress.map((one) => (is(one) ? { ...one, text: change.text } : one)) }
}

/** The moment of a new line. It identifies the line, so no two of one commitment have the same. */
export function after(said: ProgressDocument[], at: Date): Date {
  const last = said.at(-1)
  return last && last.at >= at ? new Date(last.at.getTime() + 1) : at
}
