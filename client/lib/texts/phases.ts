import type { Phase } from '../../../server/contract/phase.ts'

/** The parts of a talk, by their names. */
export const phases: Record<'nl' | 'en', Record<Phase, string>> = {
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
  },
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
}
