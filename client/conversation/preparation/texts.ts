import { bilingual } from '../../../server/contract/bilingual.ts'

/** Preparing: what is open, what was said last time, and what each of the two prepares. */
export const preparationTexts = bilingual({
  nl: {
    open: 'Nog open',
    lastTime: (when: string) => `Vorige keer: ${when}`,
    from: (name: string) => `Van ${name}`,
    mine: 'Mijn voorbereiding',
    topics: 'Jouw onderwerpen',
    topicsHint: 'Waar wil je het over hebben? Eén per regel.',
    note: 'Notitie',
    addNote: '+ notitie',
    sees: (name: string) => `${name} ziet dit`,
    onlyYou: 'Alleen jij',
    tooMany: (limit: number) => `Hooguit ${limit} onderwerpen: kies wat er echt toe doet.`,
    tooLong: (limit: number) => `Een onderwerp is hooguit ${limit} tekens.`,
    keepShared: (name: string) => `Mijn versie delen met ${name}`,
    keepMineDraft: 'Mijn versie, alleen voor mij',
    handedOver: (when: string) =>
      `Het gesprek van ${when} gaat niet door. Wat daarvoor was voorbereid, staat nu hier.`,
  },
  en: {
    open: 'Still open',
    lastTime: (when) => `Last time: ${when}`,
    from: (name) => `From ${name}`,
    mine: 'My preparation',
    topics: 'Your topics',
    topicsHint: 'What do you want to talk about? One per line.',
    note: 'Note',
    addNote: '+ note',
    sees: (name) => `${name} sees this`,
    onlyYou: 'Only you',
    tooMany: (limit) => `At most ${limit} topics: choose what really matters.`,
    tooLong: (limit) => `A topic can have ${limit} characters at most.`,
    keepShared: (name) => `Share mine with ${name}`,
    keepMineDraft: 'Mine, for me only',
    handedOver: (when) =>
      `The conversation on ${when} is not going ahead. What was prepared for it is here now.`,
  },
})
