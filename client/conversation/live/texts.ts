import { bilingual } from '../../../server/contract/bilingual.ts'

/** How the notes stand, and where the other is. */
export const liveTexts = bilingual({
  nl: {
    connecting: 'Notities worden geladen…',
    saving: 'Opslaan…',
    offline: 'Offline, wordt bewaard',
    unkept: 'Offline, en deze browser bewaart niets: laat dit venster open tot je weer verbinding hebt',
    full: 'De notities van dit gesprek zijn vol: kort eerst iets in',
    long: 'Jullie typten samen meer dan in één notitie past: kort haar in',
    reading: 'Je kunt deze notities nog lezen, maar niet meer wijzigen',
    busy: 'Op te veel plekken tegelijk open: sluit er een',
    signedOut: 'Niet aangemeld: wat je typt blijft staan. Laad Groei opnieuw om je aan te melden',
    out: 'Je hebt geen toegang meer tot deze notities',
    unstored: 'Wat je het laatst typte is niet opgeslagen. Kopieer wat je wilt houden.',
    unstoredYet:
      'Wat je het laatst typte is nog niet opgeslagen. Het blijft hier staan en wordt opgeslagen zodra er ruimte is.',
    alone: (name: string) => `${name} is er nog niet`,
    here: (name: string, step: string) => `${name} is bij ${step}`,
    tooLong: (limit: number) =>
      `Dit past niet: een notitie is hooguit ${limit} tekens. Maak er een samenvatting van.`,
    room: (left: number) => `Nog ruimte voor ${left} tekens.`,
    undo: 'Terug',
    putBack: {
      'commitment-limit': (typed: string) =>
        `Er is geen plek voor nog een afspraak: “${typed}”. Kies wat er echt toe doet.`,
      'carried-over': 'Dit ging mee naar een later gesprek. Pas het daar aan, bij de opvolging.',
      'conversation-past': 'Na dit gesprek was er al een ander: maak nieuwe afspraken daar.',
      'not-found': 'Deze afspraak hoort niet bij dit gesprek.',
    },
  },
  en: {
    connecting: 'Loading the notes…',
    saving: 'Saving…',
    offline: 'Offline, kept',
    unkept: 'Offline, and this browser saves nothing: keep this window open until you are back online',
    full: 'The notes of this conversation are full: shorten something first',
    long: 'Together you typed more than one note can hold: shorten it',
    reading: 'You can still read these notes, but no longer change them',
    busy: 'Open in too many places at once: close one',
    signedOut: 'Not signed in: what you type stays here. Reload Groei to sign in',
    out: 'You no longer have access to these notes',
    unstored: 'What you typed last is not saved. Copy what you want to keep.',
    unstoredYet:
      'What you typed last is not saved yet. It stays here, and is saved as soon as there is room.',
    alone: (name) => `${name} is not here yet`,
    here: (name, step) => `${name} is in ${step}`,
    tooLong: (limit) => `This does not fit: a note can have ${limit} characters at most. Make it a summary.`,
    room: (left) => `Room for ${left} more characters.`,
    undo: 'Undo',
    putBack: {
      'commitment-limit': (typed) =>
        `There is no room for another commitment: “${typed}”. Choose what really matters.`,
      'carried-over': 'This has moved on to a later conversation. Change it there, in the follow-up.',
      'conversation-past': 'A later conversation has already begun: make new commitments there.',
      'not-found': 'This commitment is not of this conversation.',
    },
  },
})
