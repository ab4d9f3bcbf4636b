import { bilingual } from '../../server/contract/bilingual.ts'

/** A form that was changed elsewhere too. */
export const conflictTexts = bilingual({
  nl: {
    conflict:
      'De ander heeft dit intussen ook aangepast. Jouw tekst staat in het formulier; dit is de andere versie:',
    takeTheirs: 'Versie van de ander gebruiken',
    keepMine: 'Mijn versie bewaren',
  },
  en: {
    conflict:
      'The other person has changed this in the meantime. Your text is in the form; this is their version:',
    takeTheirs: 'Use theirs',
    keepMine: 'Keep mine',
  },
})
