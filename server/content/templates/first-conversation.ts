import type { Template } from '../../contract/template.ts'
import { allOpen, commitments, followUp, preparation } from './parts.ts'

/** When two people begin to work together. */
export const firstConversation: Template = {
  id: 'first-conversation',
  version: 1,
  title: { nl: 'Eerste 1-op-1', en: 'First 1-on-1' },
  description: {
    nl: 'Elkaar leren kennen en afspreken hoe jullie samenwerken.',
    en: 'Get to know each other and agree on how you will work together.',
  },
  intent: 'coaching',
  commitmentLimit: 2,
  questionLimit: 4,
  open: allOpen,
  steps: [
    preparation('together-best', 'together-way', 'prepare-worth'),
    followUp,
    {
      id: 'who-you-are',
      kind: 'notes',
      phase: 'check-in',
      title: { nl: 'Wie je bent', en: 'Who you are' },
      hint: {
        nl: 'Neem de tijd, en vertel allebei. Dit komt niet in de uitnodiging.',
        en: 'Take your time, and both tell your story. This stays out of the invite.',
      },
      minutes: 10,
      topics: true,
      inSummary: false,
      questions: ['together-best', 'check-in-glad', 'check-in-energy'],
    },
    {
      id: 'expectations',
      kind: 'notes',
      phase: 'goal',
      title: { nl: 'Verwachtingen', en: 'Expectations' },
      hint: {
        nl: 'Zeg hardop wat je van elkaar hoopt en nodig hebt.',
        en: 'Say out loud what you hope for and need from each other.',
      },
      minutes: 10,
      inSummary: true,
      questions: ['together-expect', 'together-way', 'goal-matter'],
    },
    {
      id: 'how-we-talk',
      kind: 'notes',
      phase: 'options',
      title: { nl: 'Hoe we praten', en: 'How we talk' },
      hint: {
        nl: 'Hoe vaak, waarover, en hoe jullie elkaar iets lastigs vertellen.',
        en: 'How often, about what, and how you tell each other something difficult.',
      },
      minutes: 7,
      inSummary: true,
      questions: ['together-say', 'together-strain', 'options-worked'],
    },
    commitments,
  ],
}
