import { bilingual } from '../../server/contract/bilingual.ts'

/** The conversations that a pair had, and the pairs that ended. */
export const historyTexts = bilingual({
  nl: {
    show: 'Eerdere gesprekken',
    of: (name: string) => `Eerdere gesprekken met ${name}`,
    none: 'Jullie hebben nog geen gesprek gehad.',
    unfinished: 'niet afgerond',
    more: 'Oudere gesprekken',
    endedPairs: 'Beëindigde duo’s',
    review: (name: string) => `Periodeoverzicht met ${name}`,
  },
  en: {
    show: 'Past conversations',
    of: (name) => `Past conversations with ${name}`,
    none: 'You have not had a conversation yet.',
    unfinished: 'not finished',
    more: 'Older conversations',
    endedPairs: 'Ended pairs',
    review: (name) => `Review pack with ${name}`,
  },
})
