import type { Template } from '../../contract/template.ts'
import { allOpen, commitments, followUp, preparation } from './parts.ts'

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
    {
      id: 'looking-back',
      kind: 'notes',
      phase: 'reflection',
      title: { nl: 'Wat lukte', en: 'What worked' },
      hint: {
        nl: 'Loop de periode samen door. Begin met wat goed ging.',
        en: 'Go through the period together. Start with what went well.',
      },
      minutes: 10,
      topics: true,
      inSummary: true,
      questions: ['reflect-best', 'reflect-helped', 'reflect-strength', 'reflect-others'],
    },
    {
      id: 'learned',
      kind: 'notes',
      phase: 'reflection',
      title: { nl: 'Wat je leerde', en: 'What you learned' },
      hint: { nl: 'Ook van wat niet lukte.', en: 'Also from what did not work.' },
      minutes: 10,
      inSummary: true,
      questions: ['reflect-new', 'reflect-different', 'reflect-pattern', 'reflect-scale'],
    },
    {
      id: 'together',
      kind: 'notes',
      phase: 'reflection',
      title: { nl: 'Wij samen', en: 'The two of us' },
      hint: {
        nl: 'Hoe werkten jullie samen? Dit komt niet in de uitnodiging.',
        en: 'How did you work together? This stays out of the invite.',
      },
      minutes: 7,
      inSummary: false,
      questions: ['together-unsaid', 'together-thanks', 'together-trust'],
    },
    {
      id: 'ahead',
      kind: 'notes',
      phase: 'goal',
      title: { nl: 'Vooruit', en: 'Ahead' },
      hint: {
        nl: 'Kies één richting voor de komende periode.',
        en: 'Choose one direction for the coming period.',
      },
      minutes: 8,
      inSummary: true,
      questions: ['reflect-ahead', 'goal-matter', 'goal-see', 'goal-yours'],
    },
    commitments,
  ],
}
