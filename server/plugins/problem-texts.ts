import type { ProblemSlug } from '../contract/problem.ts'
import type { Language } from '../contract/shape.ts'

type Words = { title: string; detail: string }

/** What a person reads when something is refused: what is the matter, and what to do. */
export const problemTexts: Record<ProblemSlug, Record<Language, Words>> = {
  'invalid-request': {
    nl: {
      title: 'Dit kon niet worden verwerkt',
      detail: 'Controleer de genoemde velden en probeer het opnieuw.',
    },
    en: { title: 'This could not be processed', detail: 'Check the fields listed and try again.' },
  },
  'too-large': {
    nl: { title: 'Dit is te lang', detail: 'Maak de tekst korter en probeer het opnieuw.' },
    en: { title: 'This is too long', detail: 'Make the text shorter and try again.' },
  },
  unauthenticated: {
    nl: { title: 'Je bent niet aangemeld', detail: 'Meld je opnieuw aan; wat je typte blijft staan.' },
    en: { title: 'You are not signed in', detail: 'Sign in again; what you typed stays here.' },
  },
  'consent-required': {
    nl: {
      title: 'Groei heeft je toestemming nodig',
      detail: 'Geef Groei toestemming om je agenda te lezen en bij te werken.',
    },
    en: { title: 'Groei needs your consent', detail: 'Allow Groei to read and update your calendar.' },
  },
  'proof-required': {
    nl: {
      title: 'Je organisatie vraagt een extra controle',
      detail: 'Meld je opnieuw aan om te laten zien dat jij het bent. Wat je typte blijft staan.',
    },
    en: {
      title: 'Your organisation asks for one more check',
      detail: 'Sign in again to show that it is you. What you typed stays here.',
    },
  },
  forbidden: {
    nl: { title: 'Dit is niet voor jou', detail: 'Alleen de twee mensen van dit duo kunnen dit openen.' },
    en: { title: 'This is not for you', detail: 'Only the two people in this pair can open it.' },
  },
  'not-found': {
    nl: { title: 'Niet gevonden', detail: 'Dit bestaat niet (meer), of het is niet van jou.' },
    en: { title: 'Not found', detail: 'This does not exist (any more), or it is not yours.' },
  },
  'not-a-one-on-one': {
    nl: {
      title: 'Dit is geen 1-op-1',
      detail: 'Groei werkt in een vergadering met een begin- en eindtijd en precies twee mensen.',
    },
    en: {
      title: 'This is not a 1-on-1',
      detail: 'Groei works in a meeting with a start and end time and exactly two people.',
    },
  },
  'meeting-cancelled': {
    nl: {
      title: 'Deze vergadering is geannuleerd',
      detail: 'Open het volgende gesprek; wat nog openstaat komt daar terug.',
    },
    en: {
      title: 'This meeting was cancelled',
      detail: 'Open the next conversation; what is still open comes back there.',
    },
  },
  'meeting-not-found': {
    nl: {
      title: 'Deze vergadering staat niet in je agenda',
      detail: 'Open Groei vanuit de vergadering in je eigen agenda.',
    },
    en: {
      title: 'This meeting is not in your calendar',
      detail: 'Open Groei from the meeting in your own calendar.',
    },
  },
  'commitment-limit': {
    nl: {
      title: 'Het maximum aantal afspraken is bereikt',
      detail: 'Kies wat het belangrijkst is, of pas een afspraak aan.',
    },
    en: {
      title: 'You have reached the maximum number of commitments',
      detail: 'Choose what matters most, or change one of them.',
    },
  },
  'carried-over': {
    nl: {
      title: 'Deze afspraak is al meegegaan naar een later gesprek',
      detail: 'Pas hem daar aan, of laat hem daar vervallen, bij de opvolging.',
    },
    en: {
      title: 'This commitment has moved on to a later conversation',
      detail: 'Change it or drop it there, in the follow-up.',
    },
  },
  'changed-meanwhile': {
    nl: {
      title: 'De ander heeft dit net aangepast',
      detail: 'Bekijk de nieuwe versie en bewaar daarna opnieuw.',
    },
    en: {
      title: 'The other person has just changed this',
      detail: 'Look at the new version, then save again.',
    },
  },
  'summary-changed': {
    nl: { title: 'Er is nog iets veranderd', detail: 'Lees de samenvatting nog eens en rond dan af.' },
    en: { title: 'Something has just changed', detail: 'Read the summary once more, then finish.' },
  },
  'talk-began': {
    nl: {
      title: 'Het gesprek is begonnen',
      detail:
        'De ander kan al gelezen hebben wat je deelde, dus het blijft gedeeld. Je kunt het nog wel aanpassen.',
    },
    en: {
      title: 'The conversation has started',
      detail:
        'The other person may already have read what you shared, so it stays shared. You can still change it.',
    },
  },
  'talk-finished': {
    nl: {
      title: 'Dit gesprek is afgerond',
      detail: 'Het blijft zoals het was. Kies een andere gespreksvorm in het volgende gesprek.',
    },
    en: {
      title: 'This conversation is finished',
      detail: 'It stays as it was. Choose another template in the next conversation.',
    },
  },
  'talk-past': {
    nl: {
      title: 'Na dit gesprek was er al een ander',
      detail: 'Dit gesprek blijft zoals het was. Maak de afspraak in jullie laatste gesprek.',
    },
    en: {
      title: 'A later conversation has already begun',
      detail: 'This conversation stays as it was. Make the commitment in your latest one.',
    },
  },
  'switched-off': {
    nl: {
      title: 'Je organisatie heeft dit uitgezet',
      detail: 'Er is niets veranderd. Open Groei opnieuw om te zien wat er wel kan.',
    },
    en: {
      title: 'Your organisation has switched this off',
      detail: 'Nothing has changed. Open Groei again to see what is available.',
    },
  },
  'review-frozen': {
    nl: {
      title: 'Dit overzicht is door jullie allebei afgerond',
      detail: 'Heropen het om nog iets te veranderen.',
    },
    en: { title: 'You have both finished this pack', detail: 'Reopen it to change something.' },
  },
  'not-your-role': {
    nl: {
      title: 'Dit hoort bij een andere rol',
      detail: 'Voor de organisatie doet een beheerder dit; voor een team de leidinggevende.',
    },
    en: {
      title: 'This belongs to another role',
      detail: 'For the organisation an admin does this; for a team, its coach.',
    },
  },
  'not-open': {
    nl: {
      title: 'Dit houdt je organisatie overal gelijk',
      detail: 'Zet terug wat hier genoemd is, of vraag een beheerder om het open te stellen.',
    },
    en: {
      title: 'Your organisation keeps this the same everywhere',
      detail: 'Undo what is listed, or ask an admin to open it up.',
    },
  },
  'template-needed': {
    nl: {
      title: 'Met deze gespreksvorm beginnen jullie',
      detail: 'Kies eerst een andere om mee te beginnen.',
    },
    en: {
      title: 'This is the template you start with',
      detail: 'First choose another one to start with.',
    },
  },
  'template-missing': {
    nl: {
      title: 'De gespreksvorm van dit gesprek ontbreekt',
      detail: 'Wat jullie schreven is bewaard. Vraag je beheerder om dit met het kenmerk te melden.',
    },
    en: {
      title: 'The template of this conversation is missing',
      detail: 'What you wrote is safe. Ask your admin to report this, with the reference.',
    },
  },
  enough: {
    nl: { title: 'Dit is het maximum', detail: 'Haal eerst iets weg wat je niet meer gebruikt.' },
    en: { title: 'This is the maximum', detail: 'First remove something you no longer use.' },
  },
  'nothing-to-share': {
    nl: { title: 'Er is nog niets om te delen', detail: 'Schrijf een notitie of maak een afspraak.' },
    en: { title: 'There is nothing to share yet', detail: 'Write a note or make a commitment.' },
  },
  'pair-ended': {
    nl: {
      title: 'Dit duo is beëindigd',
      detail:
        'Jullie kunnen alles nog lezen, maar niets meer veranderen. Een nieuw gesprek begint een nieuw duo.',
    },
    en: {
      title: 'This pair has ended',
      detail:
        'You can both still read everything, but no longer change anything. A new conversation starts a new pair.',
    },
  },
  'too-many-requests': {
    nl: {
      title: 'Even rustig aan',
      detail: 'Er kwamen te veel verzoeken. Probeer het over een minuut opnieuw.',
    },
    en: { title: 'One moment', detail: 'There were too many requests. Try again in a minute.' },
  },
  'microsoft-unavailable': {
    nl: {
      title: 'Microsoft 365 antwoordt nu niet',
      detail: 'Wat je typte blijft staan. Probeer het zo opnieuw.',
    },
    en: {
      title: 'Microsoft 365 is not responding right now',
      detail: 'What you typed stays here. Try again shortly.',
    },
  },
  'microsoft-refused': {
    nl: {
      title: 'Microsoft 365 weigerde dit',
      detail: 'Vraag je beheerder of Groei toegang heeft tot je agenda.',
    },
    en: {
      title: 'Microsoft 365 refused this',
      detail: 'Ask your admin if Groei may use your calendar.',
    },
  },
  'keys-unavailable': {
    nl: {
      title: 'Vertrouwelijke teksten zijn nu niet bereikbaar',
      detail:
        'De sleutel waarmee Groei ze versleutelt is er even niet. Wat je typte blijft staan; probeer het zo opnieuw.',
    },
    en: {
      title: 'Confidential texts cannot be reached now',
      detail:
        'The key that Groei encrypts them with is not available. What you typed stays here; try again shortly.',
    },
  },
  'database-unavailable': {
    nl: {
      title: 'Groei kan nu niets bewaren',
      detail: 'De database antwoordt niet. Wat je typte blijft staan; probeer het zo opnieuw.',
    },
    en: {
      title: 'Groei cannot save anything right now',
      detail: 'The database is not responding. What you typed stays here; try again shortly.',
    },
  },
  internal: {
    nl: {
      title: 'Er ging bij ons iets mis',
      detail: 'Probeer het opnieuw. Vraag je om hulp, noem dan het kenmerk.',
    },
    en: {
      title: 'Something went wrong on our side',
      detail: 'Try again. If you ask for help, mention the reference.',
    },
  },
}
