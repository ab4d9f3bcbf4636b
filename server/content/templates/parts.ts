import type { Phase } from '../../contract/phase.ts'
import type { Language } from '../../contract/shape.ts'
import type { Aspect, Step } from '../../contract/template.ts'

type Notes = Pick<Step, 'minutes' | 'inSummary' | 'questions'> & { topics?: true } & Record<
    Language,
    [title: string, hint: string]
  >

/** A step in which the two write notes. */
export const notes = (id: string, phase: Phase, { nl, en, minutes, topics, ...more }: Notes): Step => ({
  id,
  kind: 'notes',
  phase,
  title: { nl: nl[0], en: en[0] },
  hint: { nl: nl[1], en: en[1] },
  minutes,
  ...(topics ? { topics } : {}),
  inSummary: more.inSummary,
  questions: more.questions,
})

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

export const checkIn: Step = notes('check-in', 'check-in', {
  nl: ['Check-in', 'Hoe zit je erbij? Dit komt niet in de uitnodiging.'],
  en: ['Check-in', 'How are you? This stays out of the invite.'],
  minutes: 2,
  topics: true,
  inSummary: false,
  questions: ['check-in-energy', 'check-in-mind', 'check-in-proud'],
})

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
