import type { Phase } from '../../server/contract/phase.ts'
import { bilingual } from '../../server/contract/bilingual.ts'

/** The parts of a conversation, by their names. */
export const phaseTexts = bilingual({
  nl: {
    preparation: 'voorbereiding',
    'follow-up': 'opvolging',
    'check-in': 'check-in',
    focus: 'focus',
    blockers: 'wat in de weg staat',
    goal: 'doel',
    reality: 'realiteit',
    options: 'opties',
    will: 'wil',
    commitments: 'afspraken',
    reflection: 'reflectie',
  } satisfies Record<Phase, string>,
  en: {
    preparation: 'preparation',
    'follow-up': 'follow-up',
    'check-in': 'check-in',
    focus: 'focus',
    blockers: 'what is in the way',
    goal: 'goal',
    reality: 'reality',
    options: 'options',
    will: 'will',
    commitments: 'commitments',
    reflection: 'reflection',
  },
})
