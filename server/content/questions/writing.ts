import type { Depth, Question, Theme } from '../../contract/question.ts'
import type { Language } from '../../contract/shape.ts'
import type { Phase } from '../../contract/phase.ts'

/** The question as it is asked, and when it helps. */
type Words = [text: string, purpose: string]

/** How the questions of one theme are written down. */
export function about(theme: Theme) {
  const ask =
    (kind: Question['kind']) =>
    (id: string, depth: Depth, phases: Phase[], { nl, en }: Record<Language, Words>): Question => ({
      id,
      kind,
      text: { nl: nl[0], en: en[0] },
      purpose: { nl: nl[1], en: en[1] },
      theme,
      phases,
      depth,
    })
  return { open: ask('open'), scale: ask('scale') }
}
