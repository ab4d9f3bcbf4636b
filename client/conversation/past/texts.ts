import { bilingual } from '../../../server/contract/bilingual.ts'

/** A conversation of a pair that ended, to read. */
export const pastTexts = bilingual({
  nl: {
    notPublished: 'Van dit gesprek staat niets in een uitnodiging.',
    nothing: 'Niets geschreven.',
    shared: 'Wat is gedeeld',
  },
  en: {
    notPublished: 'Nothing from this conversation is in an invite.',
    nothing: 'Nothing was written.',
    shared: 'What was shared',
  },
})
