import type { Template } from '../../contract/template.ts'
import { growV1 } from './grow-v1.ts'
import { checkIn, commitments, followUp } from './parts.ts'

/** The same flow; each step now says which part of the talk it is, and follow-up and commitments have questions. */
export const grow: Template = {
  ...growV1,
  version: 2,
  questionLimit: 4,
  steps: growV1.steps.map((step) => {
    switch (step.id) {
      case 'follow-up':
        return followUp
      case 'check-in':
        return checkIn
      case 'focus':
        return { ...step, phase: 'focus' as const }
      case 'commitments':
        return commitments
      default:
        return step
    }
  }),
}
