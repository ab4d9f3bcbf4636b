import type { Template } from '../../contract/template.ts'
import { allOpen, commitments, followUp, notes, preparation } from './parts.ts'

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
    notes('who-you-are', 'check-in', {
      nl: ['Wie je bent', 'Neem de tijd, en vertel allebei. Dit komt niet in de uitnodiging.'],
      en: ['Who you are', 'Take your time, and both tell your story. This stays out of the invite.'],
      minutes: 10,
      topics: true,
      inSummary: false,
      questions: ['together-best', 'check-in-glad', 'check-in-energy'],
    }),
    notes('expectations', 'goal', {
      nl: ['Verwachtingen', 'Zeg hardop wat je van elkaar hoopt en nodig hebt.'],
      en: ['Expectations', 'Say out loud what you hope for and need from each other.'],
      minutes: 10,
      inSummary: true,
      questions: ['together-expect', 'together-way', 'goal-matter'],
    }),
    notes('how-we-talk', 'options', {
      nl: ['Hoe we praten', 'Hoe vaak, waarover, en hoe jullie elkaar iets lastigs vertellen.'],
      en: ['How we talk', 'How often, about what, and how you tell each other something difficult.'],
      minutes: 7,
      inSummary: true,
      questions: ['together-say', 'together-strain', 'options-worked'],
    }),
    commitments,
  ],
}
