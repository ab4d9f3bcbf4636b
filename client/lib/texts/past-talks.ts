/** The talks that a pair had, and the pairs that ended. */
export const pastTalks = {
  nl: {
    show: 'Eerdere gesprekken',
    of: (name: string) => `Eerdere gesprekken met ${name}`,
    none: 'Jullie hebben nog geen gesprek gehad.',
    unfinished: 'niet afgerond',
    more: 'Oudere gesprekken',
    endedPairs: 'Beëindigde duo’s',
  },
  en: {
    show: 'Past conversations',
    of: (name: string) => `Past conversations with ${name}`,
    none: 'You have not had a conversation yet.',
    unfinished: 'not finished',
    more: 'Older conversations',
    endedPairs: 'Ended pairs',
  },
}
