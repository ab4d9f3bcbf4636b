import type { Template } from '../../contract/template.ts'
import { allOpen, commitments, followUp, notes, preparation } from './parts.ts'

/** Looking back over a period, for the periodic review. */
export const review: Template = {
  id: 'review',
  version: 1,
  title: { nl: 'Terugblik', en: 'Looking back' },
  description: {
    nl: 'Terugkijken op een periode: wat lukte, wat leerde je, en waar wil je heen?',
    en: 'Look back over a period: what worked, what did you learn, and where do you want to go?',
  },
  intent: 'review',
  commitmentLimit: 2,
  questionLimit: 5,
  open: allOpen,
  steps: [
    { ...preparation('reflect-best', 'prepare-progress', 'prepare-other'), minutes: 10 },
    followUp,
    notes('looking-back', 'reflection', {
      nl: ['Wat lukte', 'Loop de periode samen door. Begin met wat goed ging.'],
      en: ['What worked', 'Go through the period together. Start with what went well.'],
      minutes: 10,
      topics: true,
      inSummary: true,
      questions: ['reflect-best', 'reflect-helped', 'reflect-strength', 'reflect-others'],
    }),
    notes('learned', 'reflection', {
      nl: ['Wat je leerde', 'Ook van wat niet lukte.'],
      en: ['What you learned', 'Also from what did not work.'],
      minutes: 10,
      inSummary: true,
      questions: ['reflect-new', 'reflect-different', 'reflect-pattern', 'reflect-scale'],
    }),
    notes('together', 'reflection', {
      nl: ['Wij samen', 'Hoe werkten jullie samen? Dit komt niet in de uitnodiging.'],
      en: ['The two of us', 'How did you work together? This stays out of the invite.'],
      minutes: 7,
      inSummary: false,
      questions: ['together-unsaid', 'together-thanks', 'together-trust'],
    }),
    notes('ahead', 'goal', {
      nl: ['Vooruit', 'Kies één richting voor de komende periode.'],
      en: ['Ahead', 'Choose one direction for the coming period.'],
      minutes: 8,
      inSummary: true,
      questions: ['reflect-ahead', 'goal-matter', 'goal-see', 'goal-yours'],
    }),
    commitments,
  ],
}
