import { createHash } from 'node:crypto'
import { beginning } from '../contract/beginning.ts'
import type { Commitment } from '../contract/commitment.ts'
import type { Summary } from '../contract/conversation.ts'
import { textLimits } from '../contract/limits.ts'
import type { Scope } from '../contract/publication.ts'
import type { Role } from '../contract/pair.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import type { Template } from '../contract/template.ts'
import { stepTextOf } from '../conversation/step-text.ts'

/** How much two people may share in an organisation that does without these. */
export const scopesOf = (off: SwitchedOff): Scope[] =>
  off.includes('summaries') ? ['commitments-only'] : ['summary-and-commitments', 'commitments-only']

/**
 * No page lets anybody type more than this. What is longer came past it, and is cut before any rule looks at it: both see
 * where, before they share it.
 */
const bounded = (text: string): string =>
  text.length > textLimits.step ? `${beginning(text, textLimits.step)}…` : text

/**
 * The summary for the invite: texts of the steps that the template lets in, and the commitments. Built from these named
 * fields alone, so that nothing else can slip in.
 */
export function summaryOf(
  scope: Scope,
  template: Template,
  texts: Record<string, string>,
  commitments: Commitment[],
  nameOf: Record<Role, string>,
): Summary {
  const steps = template.steps.flatMap((step) => {
    const text = bounded(stepTextOf(texts, step.id)).trim()
    return scope === 'summary-and-commitments' && step.kind === 'notes' && step.inSummary && text
      ? [{ title: step.title, text }]
      : []
  })
  const content = {
    scope,
    steps,
    commitments: commitments.map((one) => ({
      owner: nameOf[one.owner],
      what: one.what,
      firstStep: one.firstStep,
      due: one.due,
      criterion: one.criterion,
      ifThen: one.ifThen,
    })),
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
  return { ...content, fingerprint }
}

export const isEmpty = (summary: Summary): boolean =>
  summary.steps.length === 0 && summary.commitments.length === 0
