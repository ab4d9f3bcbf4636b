import { bilingual } from '../../server/contract/bilingual.ts'

/** Words that every part of the client uses. */
export const commonTexts = bilingual({
  nl: {
    loading: 'Je gesprek wordt geopend',
    retry: 'Opnieuw proberen',
    consent: 'Toestemming geven',
    signIn: 'Opnieuw aanmelden',
    offline: {
      title: 'Geen verbinding',
      detail: 'Wat je typte blijft staan. Probeer het opnieuw zodra er weer verbinding is.',
    },
    signedOut: {
      title: 'Je bent niet aangemeld',
      detail: 'Microsoft gaf Groei geen toegang. Meld je opnieuw aan om verder te gaan.',
    },
    unexpected: { title: 'Er ging iets mis', detail: 'Probeer het opnieuw.' },
    saved: 'Bewaard',
    unsaved: 'Nog niet bewaard',
    saving: 'Bezig…',
    everyWeeks: (weeks: number) => (weeks === 1 ? 'Elke week' : `Elke ${weeks} weken`),
  },
  en: {
    loading: 'Opening your conversation',
    retry: 'Try again',
    consent: 'Give consent',
    signIn: 'Sign in again',
    offline: {
      title: 'No connection',
      detail: 'What you typed stays here. Try again when you are back online.',
    },
    signedOut: {
      title: 'You are not signed in',
      detail: 'Microsoft did not give Groei access. Sign in again to continue.',
    },
    unexpected: { title: 'Something went wrong', detail: 'Please try again.' },
    saved: 'Saved',
    unsaved: 'Not saved yet',
    saving: 'Working…',
    everyWeeks: (weeks) => (weeks === 1 ? 'Every week' : `Every ${weeks} weeks`),
  },
})
