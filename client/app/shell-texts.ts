import { bilingual } from '../../server/contract/bilingual.ts'

/** The pages of the personal app, and the ways between them. */
export const shellTexts = bilingual({
  nl: {
    pages: 'Mijn 1-op-1’s',
    today: 'Vandaag',
    people: 'Mensen',
    commitments: 'Afspraken',
    more: 'Meer',
    library: 'Gespreksvormen en vragen',
    settings: 'Instellingen en jouw gegevens',
    organisation: 'Organisatie',
    template: 'Gespreksvorm',
    questions: 'Vragen',
  },
  en: {
    pages: 'My 1-on-1s',
    today: 'Today',
    people: 'People',
    commitments: 'Commitments',
    more: 'More',
    library: 'Templates and questions',
    settings: 'Settings and your data',
    organisation: 'Organisation',
    template: 'Template',
    questions: 'Questions',
  },
})
