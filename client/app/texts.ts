import { bilingual } from '../../server/contract/bilingual.ts'

/** Where Groei cannot run. */
export const appTexts = bilingual({
  nl: {
    outside: {
      title: 'Open Groei vanuit Teams',
      detail: 'Groei werkt naast je 1-op-1: open het in het zijpaneel van je vergadering.',
    },
    tooOld: {
      title: 'Deze versie van Outlook is te oud',
      detail:
        'Groei kan je hier niet aanmelden. Werk Outlook bij, of open Groei in Teams of Outlook op het web.',
    },
  },
  en: {
    outside: {
      title: 'Open Groei in Teams',
      detail: 'Groei works beside your 1-on-1: open it in the side panel of your meeting.',
    },
    tooOld: {
      title: 'This version of Outlook is too old',
      detail:
        'Groei cannot sign you in here. Update Outlook, or open Groei in Teams or in Outlook on the web.',
    },
  },
})
