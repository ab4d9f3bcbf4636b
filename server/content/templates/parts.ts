import type { Aspect, Step } from '../../contract/template.ts'

/**
 * The steps that every flow of ours begins and ends with. Published versions hold them, so that other words need
 * other parts.
 */
export const preparation = (...questions: string[]): Step => ({
  id: 'preparation',
  kind: 'preparation',
  title: { nl: 'Voorbereiding', en: 'Preparation' },
  hint: {
    nl: 'Vijf minuten voorbereiden geeft straks meer tijd voor wat telt.',
    en: 'Five minutes of preparation leave more time for what matters.',
  },
  minutes: 5,
  inSummary: false,
  questions,
})

export const followUp: Step = {
  id: 'follow-up',
  kind: 'follow-up',
  title: { nl: 'Opvolging', en: 'Follow-up' },
  hint: {
    nl: 'Begin met wat jullie de vorige keer afspraken.',
    en: 'Start with what the two of you agreed last time.',
  },
  minutes: 5,
  inSummary: false,
  questions: ['follow-next', 'follow-surprise', 'reflect-new'],
}

export const checkIn: Step = {
  id: 'check-in',
  kind: 'notes',
  phase: 'check-in',
  title: { nl: 'Check-in', en: 'Check-in' },
  hint: {
    nl: 'Hoe zit je erbij? Dit komt niet in de uitnodiging.',
    en: 'How are you? This stays out of the invite.',
  },
  minutes: 2,
  topics: true,
  inSummary: false,
  questions: ['check-in-energy', 'check-in-mind', 'check-in-proud'],
}

export const commitments: Step = {
  id: 'commitments',
  kind: 'commitments',
  title: { nl: 'Afspraken', en: 'Commitments' },
  hint: { nl: 'Eén of twee, klein en zichtbaar.', en: 'One or two, small and visible.' },
  minutes: 3,
  inSummary: true,
  questions: ['commit-sentence', 'will-know', 'will-way'],
}

/** Ours leave everything to the team; an organisation may close what it wants the same everywhere. */
export const allOpen: Aspect[] = ['wording', 'order', 'questions', 'limits']
