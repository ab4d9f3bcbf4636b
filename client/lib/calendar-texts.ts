import { bilingual } from '../../server/contract/bilingual.ts'

/** Choosing a day. */
export const calendarTexts = bilingual({
  nl: {
    none: 'Kies een dag',
    clear: 'Datum wissen',
    month: 'Maand',
    year: 'Jaar',
    previous: 'Vorige maand',
    next: 'Volgende maand',
    today: 'vandaag',
    chosen: 'gekozen',
  },
  en: {
    none: 'Choose a day',
    clear: 'Clear date',
    month: 'Month',
    year: 'Year',
    previous: 'Previous month',
    next: 'Next month',
    today: 'today',
    chosen: 'chosen',
  },
})
