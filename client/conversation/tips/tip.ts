import type { StepKind } from '../../../server/contract/template.ts'

/** The tip that helps most in a step of this kind. */
export function tipOf(
  kind: StepKind | undefined,
  hasScale: boolean,
): 'follow-up' | 'scale' | 'observation' | 'commitment' | null {
  if (kind === 'follow-up') return 'follow-up'
  if (kind === 'commitments') return 'commitment'
  if (kind === 'notes') return hasScale ? 'scale' : 'observation'
  return null
}
