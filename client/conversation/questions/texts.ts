import type { ProposalReason } from '../../../server/contract/question.ts'
import { bilingual } from '../../../server/contract/bilingual.ts'

/** The questions of a step: why one is proposed, and picking it. */
export const proposalTexts = bilingual({
  nl: {
    title: 'Vraag',
    scaleHint: 'Schaal van 1 tot 10. Vraag door: waarom geen 3?',
    why: {
      favourite: 'Jouw favoriet',
      'open-commitment': 'Er staat een afspraak open',
      'comes-back': 'Dit komt steeds terug',
      template: 'Hoort bij deze gespreksvorm',
      phase: 'Past bij deze stap',
    } satisfies Record<ProposalReason, string>,
    other: 'Andere vraag',
    more: 'Meer',
    search: 'Zoek een vraag',
    whyThis: 'Waarom deze',
    own: 'Eigen vraag',
    intoNotes: 'Zet in de notities',
    favourite: 'Favoriet',
    searching: 'Vragen worden gezocht…',
  },
  en: {
    title: 'Question',
    scaleHint: 'A scale from 1 to 10. Then ask: why is it not a 3?',
    why: {
      favourite: 'Your favourite',
      'open-commitment': 'A commitment is open',
      'comes-back': 'This keeps coming back',
      template: 'Part of this template',
      phase: 'Fits this step',
    },
    other: 'Another question',
    more: 'More',
    search: 'Find a question',
    whyThis: 'Why this one',
    own: 'Own question',
    intoNotes: 'Put into the notes',
    favourite: 'Favourite',
    searching: 'Looking for questions…',
  },
})
