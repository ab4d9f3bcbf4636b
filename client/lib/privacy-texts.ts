import { specialDataTexts } from '../../server/contract/shared-texts.ts'
import { bilingual } from '../../server/contract/bilingual.ts'

/** Notices where people write: what does not belong there, what cannot be read, what has ended. */
export const privacyTexts = bilingual({
  nl: {
    ...specialDataTexts.nl,
    understood: 'Begrepen',
    unreadableMine:
      'Deze tekst is nu niet te lezen: de sleutel ontbreekt. Vraag je beheerder om hulp. Wat je hier bewaart komt ervoor in de plaats.',
    unreadableTheirs: 'Deze tekst is nu niet te lezen: de sleutel ontbreekt. Vraag je beheerder om hulp.',
    ended: (day: string) =>
      `Dit duo is op ${day} beëindigd: jullie kunnen alles lezen, maar niets meer veranderen.`,
    goesOn: (day: string) => `Op ${day} wordt alles van dit duo verwijderd, want de ander vroeg daarom.`,
  },
  en: {
    ...specialDataTexts.en,
    understood: 'Got it',
    unreadableMine:
      'This text cannot be read now: its key is missing. Ask your admin for help. What you save here replaces it.',
    unreadableTheirs: 'This text cannot be read now: its key is missing. Ask your admin for help.',
    ended: (day) => `This pair ended on ${day}: you can both read everything, but no longer change anything.`,
    goesOn: (day) =>
      `On ${day} all data of this pair will be deleted, because the other person asked for it.`,
  },
})
