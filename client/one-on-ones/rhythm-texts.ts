import { bilingual } from '../../server/contract/bilingual.ts'

/** The rhythm that two people agree on. */
export const rhythmTexts = bilingual({
  nl: {
    agreed: (name: string) => `Ritme met ${name}`,
    notAgreed: 'Niet afgesproken',
    agreedBy: (who: string, when: string) => `Zo gekozen door ${who} op ${when}.`,
    agree: 'Ritme bewaren',
    me: 'jou',
    state: {
      new: 'Jullie hebben nog niet gesproken.',
      kept: 'Jullie houden het ritme vast.',
      open: 'Er is nog niets gepland, maar jullie hebben nog tijd.',
      slipping: 'Het ritme verslapt: er zit meer tijd tussen jullie gesprekken dan jullie afspraken.',
    },
  },
  en: {
    agreed: (name) => `Rhythm with ${name}`,
    notAgreed: 'Not agreed',
    agreedBy: (who, when) => `Chosen by ${who} on ${when}.`,
    agree: 'Save rhythm',
    me: 'you',
    state: {
      new: 'You have not talked yet.',
      kept: 'You are keeping your rhythm.',
      open: 'Nothing is planned yet, but there is still time.',
      slipping: 'The rhythm is slipping: there is more time between conversations than you agreed.',
    },
  },
})
