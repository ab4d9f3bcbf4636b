import { bilingual } from '../../server/contract/bilingual.ts'

/** The pages for an organisation's admins. */
export const organisationTexts = bilingual({
  nl: {
    never: 'Je ziet nooit wat mensen schrijven.',
    pages: 'Pagina’s voor beheerders',
    sections: {
      templates: 'Gespreksvormen',
      offer: 'Aanbod',
      language: 'Taal en onderdelen',
      keeping: 'Bewaren',
    },
    notYours: 'Deze pagina is voor beheerders van je organisatie.',
  },
  en: {
    never: 'You never see what people write.',
    pages: 'Pages for admins',
    sections: {
      templates: 'Templates',
      offer: 'On offer',
      language: 'Language and parts',
      keeping: 'Retention',
    },
    notYours: 'This page is for admins of your organisation.',
  },
})
