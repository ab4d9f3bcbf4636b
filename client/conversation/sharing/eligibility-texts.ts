import { bilingual } from '../../../server/contract/bilingual.ts'

/** A conversation that is not of the two alone. */
export const eligibilityTexts = bilingual({
  nl: {
    'others-invited': {
      title: 'Dit is nu geen 1-op-1',
      detail:
        'Er is iemand anders uitgenodigd. Alles wat jullie schreven blijft, en er wordt niets gedeeld. Zijn jullie weer met z’n tweeën, dan gaat het verder.',
    },
    declined: {
      title: (names: string) => `${names} staat ook in de uitnodiging en heeft afgezegd`,
      detail: (names: string) =>
        `Jullie kunnen gewoon verder. In deze uitnodiging komt niets, want wie erin staat kan die lezen. Haalt de organisator ${names} eruit, dan gaat het vanzelf verder.`,
    },
    'not-of-two': {
      title: 'Dit is nu geen gesprek van jullie tweeën',
      detail:
        'De ander is niet uitgenodigd, het duurt de hele dag, of de lijst met genodigden is verborgen. Alles wat jullie schreven blijft, en er wordt niets gedeeld. Zijn jullie weer met z’n tweeën, dan gaat het verder.',
    },
    cancelled: {
      title: 'Dit gesprek gaat niet door',
      detail: 'Het is afgezegd of verwijderd. Alles wat jullie schreven blijft hier staan.',
    },
  },
  en: {
    'others-invited': {
      title: 'This is not a 1-on-1 now',
      detail:
        'Somebody else was invited. Everything you wrote stays, and nothing is shared. When it is just the two of you again, it continues.',
    },
    declined: {
      title: (names: string) => `${names} is also on the invite and declined`,
      detail: (names: string) =>
        `You can just go on. Nothing goes into this invite, because whoever is on it can read it. When the organiser removes ${names}, it continues by itself.`,
    },
    'not-of-two': {
      title: 'This is not a conversation of the two of you now',
      detail:
        'The other person is not invited, it lasts all day, or the guest list is hidden. Everything you wrote stays, and nothing is shared. When it is just the two of you again, it continues.',
    },
    cancelled: {
      title: 'This conversation is not going ahead',
      detail: 'It was cancelled or deleted. Everything you wrote stays here.',
    },
  },
})
