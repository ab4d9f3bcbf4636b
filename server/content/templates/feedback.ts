import type { Template } from '../../contract/template.ts'
import { allOpen, checkIn, commitments, followUp, notes, preparation } from './parts.ts'

/** One moment, seen from both sides: situation, behaviour, effect, and then what comes next. */
export const feedback: Template = {
  id: 'feedback',
  version: 1,
  title: { nl: 'Feedbackgesprek', en: 'Feedback conversation' },
  description: {
    nl: 'Eén moment bespreken: wat gebeurde er, welk effect had het, en hoe gaan jullie verder.',
    en: 'Discuss one moment: what happened, what effect it had, and how you move on.',
  },
  intent: 'feedback',
  commitmentLimit: 2,
  questionLimit: 4,
  open: allOpen,
  steps: [
    preparation('prepare-worth', 'prepare-other', 'prepare-stuck'),
    followUp,
    checkIn,
    notes('what-happened', 'reality', {
      nl: ['Wat er gebeurde', 'Kies één moment. Beschrijf wat je zag, zonder oordeel.'],
      en: ['What happened', 'Choose one moment. Describe what you saw, without judging.'],
      minutes: 5,
      topics: true,
      inSummary: false,
      questions: ['feedback-saw', 'reality-behaviour', 'reality-sure'],
    }),
    notes('effect', 'reality', {
      nl: ['Wat het effect was', 'Zeg wat het effect was. Luister dan hoe de ander het zag.'],
      en: ['What effect it had', 'Say what the effect was. Then listen to how the other person saw it.'],
      minutes: 8,
      inSummary: false,
      questions: ['feedback-effect', 'feedback-side', 'feedback-lands'],
    }),
    notes('next-time', 'options', {
      nl: ['De volgende keer', 'Wat wil je anders, en wat juist zo houden?'],
      en: ['Next time', 'What should be different, and what should stay?'],
      minutes: 7,
      inSummary: true,
      questions: ['feedback-wish', 'options-worked', 'options-three'],
    }),
    commitments,
  ],
}
