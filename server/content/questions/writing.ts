import type { Depth, Question, Theme } from '../../contract/question.ts'
import type { Localized } from '../../contract/shape.ts'
import type { Phase } from '../../contract/phase.ts'

type Words = { text: Localized; purpose: Localized }

/** How the questions of one theme are written down. */
export function about(theme: Theme) {
  const ask =
    (kind: Question['kind']) =>
    (id: string, depth: Depth, phases: Phase[], words: Words): Question => ({
      id,
      kind,
      ...words,
      theme,
      phases,
      depth,
    })
  return { open: ask('open'), scale: ask('scale') }
}
