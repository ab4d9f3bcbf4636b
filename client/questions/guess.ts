import type { Phase } from '../../server/contract/phase.ts'
import type { OwnQuestionInput, Theme } from '../../server/contract/question.ts'

type Guess = Pick<OwnQuestionInput, 'kind' | 'theme'>

/** Words of which there is a number from 1 to 10 to answer with, in Dutch and English. */
const scale = /\b(1|een|één|one)\s*(tot|t\/m|to|-|–)\s*(en met\s*)?(10|tien|ten)\b|\bschaal\b|\bscale\b/i
const together = /\b(samen|elkaar|team|collega|together|each other|colleague)/i

/** The theme of most questions that fit a part of a conversation. */
const themes: Record<Phase, Theme> = {
  preparation: 'reflection',
  'follow-up': 'reflection',
  'check-in': 'check-in',
  focus: 'check-in',
  blockers: 'problem',
  goal: 'ownership',
  reality: 'problem',
  options: 'problem',
  will: 'ownership',
  commitments: 'ownership',
  reflection: 'reflection',
}

/** A guess at what a question is, by its words and the first part of a conversation that it fits. */
export const guessOf = (text: string, phase: Phase): Guess => ({
  kind: scale.test(text) ? 'scale' : 'open',
  theme: together.test(text) ? 'collaboration' : themes[phase],
})

/**
 * The guess follows what is typed until somebody chooses otherwise.
 * @param before the words that it was guessed by
 */
export function followed(now: Guess, before: string, text: string, phase: Phase): Guess {
  const [was, is] = [guessOf(before, phase), guessOf(text, phase)]
  return {
    kind: now.kind === was.kind ? is.kind : now.kind,
    theme: now.theme === was.theme ? is.theme : now.theme,
  }
}
