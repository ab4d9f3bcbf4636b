import type { ProblemSlug } from '../contract/problem.ts'
import type { Language } from '../contract/shape.ts'

/** The reason, and what to do. */
type Words = [title: string, detail: string]

/** Messages for a person whose request is refused. */
const messages: Record<ProblemSlug, Record<Language, Words>> = {
  'invalid-request': {
    nl: ['Dit kon niet worden verwerkt', 'Controleer de genoemde velden en probeer het opnieuw.'],
    en: ['This could not be processed', 'Check the fields listed and try again.'],
  },
  'too-large': {
    nl: ['Dit is te lang', 'Maak de tekst korter en probeer het opnieuw.'],
    en: ['This is too long', 'Make the text shorter and try again.'],
  },
  unauthenticated: {
    nl: ['Je bent niet aangemeld', 'Meld je opnieuw aan; wat je typte blijft staan.'],
    en: ['You are not signed in', 'Sign in again; what you typed stays here.'],
  },
  'consent-required': {
    nl: [
      'Groei heeft je toestemming nodig',
      'Geef Groei toestemming om je agenda te lezen en bij te werken.',
    ],
    en: ['Groei needs your consent', 'Allow Groei to read and update your calendar.'],
  },
  'proof-required': {
    nl: [
      'Je organisatie vraagt een extra controle',
      'Meld je opnieuw aan om te laten zien dat jij het bent. Wat je typte blijft staan.',
    ],
    en: [
      'Your organisation asks for one more check',
      'Sign in again to show that it is you. What you typed stays here.',
    ],
  },
  forbidden: {
    nl: ['Dit is niet voor jou', 'Alleen de twee mensen van dit duo kunnen dit openen.'],
    en: ['This is not for you', 'Only the two people in this pair can open it.'],
  },
  'not-found': {
    nl: ['Niet gevonden', 'Dit bestaat niet (meer), of het is niet van jou.'],
    en: ['Not found', 'This does not exist (any more), or it is not yours.'],
  },
  'not-a-one-on-one': {
    nl: [
      'Dit is geen 1-op-1',
      'Groei werkt in een vergadering met een begin- en eindtijd en precies twee mensen.',
    ],
    en: [
      'This is not a 1-on-1',
      'Groei works in a meeting with a start and end time and exactly two people.',
    ],
  },
  'meeting-cancelled': {
    nl: ['Deze vergadering is geannuleerd', 'Open het volgende gesprek; wat nog openstaat komt daar terug.'],
    en: ['This meeting was cancelled', 'Open the next conversation; what is still open comes back there.'],
  },
  'meeting-not-found': {
    nl: ['Deze vergadering staat niet in je agenda', 'Open Groei vanuit de vergadering in je eigen agenda.'],
    en: ['This meeting is not in your calendar', 'Open Groei from the meeting in your own calendar.'],
  },
  'other-account': {
    nl: [
      'Dit is de agenda van een ander account',
      'Groei laat alleen de gesprekken uit je eigen agenda zien. Open deze vergadering daar.',
    ],
    en: [
      'This is the calendar of another account',
      'Groei only shows the conversations in your own calendar. Open this meeting there.',
    ],
  },
  'no-mailbox': {
    nl: [
      'Je mailbox staat niet (meer) in Microsoft 365',
      'Zonder die mailbox kan Groei niet bij je agenda. Wat jullie schreven blijft bewaard. Vraag je beheerder ernaar.',
    ],
    en: [
      'Your mailbox is not in Microsoft 365 (any more)',
      'Without that mailbox Groei cannot reach your calendar. What you wrote is kept. Ask your admin about it.',
    ],
  },
  'commitment-limit': {
    nl: ['Het maximum aantal afspraken is bereikt', 'Kies wat het belangrijkst is, of pas een afspraak aan.'],
    en: [
      'You have reached the maximum number of commitments',
      'Choose what matters most, or change one of them.',
    ],
  },
  'commitment-closed': {
    nl: ['Deze afspraak loopt niet meer', 'Hij is gedaan of vervallen. Kijk hoe hij er nu voor staat.'],
    en: ['This commitment is not open any more', 'It is done or dropped. Look at how it stands now.'],
  },
  'no-next-conversation': {
    nl: ['Jullie hebben nog geen volgend gesprek', 'Plan er eerst een; dan kun je er iets voor klaarzetten.'],
    en: ['You have no next conversation yet', 'Plan one first; then you can put something ready for it.'],
  },
  'carried-over': {
    nl: [
      'Deze afspraak is al meegegaan naar een later gesprek',
      'Pas hem daar aan, of laat hem daar vervallen, bij de opvolging.',
    ],
    en: [
      'This commitment has moved on to a later conversation',
      'Change it or drop it there, in the follow-up.',
    ],
  },
  'changed-meanwhile': {
    nl: ['De ander heeft dit net aangepast', 'Bekijk de nieuwe versie en bewaar daarna opnieuw.'],
    en: ['The other person has just changed this', 'Look at the new version, then save again.'],
  },
  'summary-changed': {
    nl: ['Er is nog iets veranderd', 'Lees de samenvatting nog eens en rond dan af.'],
    en: ['Something has just changed', 'Read the summary once more, then finish.'],
  },
  'conversation-began': {
    nl: [
      'Het gesprek is begonnen',
      'De ander kan al gelezen hebben wat je deelde, dus het blijft gedeeld. Je kunt het nog wel aanpassen.',
    ],
    en: [
      'The conversation has started',
      'The other person may already have read what you shared, so it stays shared. You can still change it.',
    ],
  },
  'conversation-finished': {
    nl: [
      'Dit gesprek is afgerond',
      'Het blijft zoals het was. Kies een andere gespreksvorm in het volgende gesprek.',
    ],
    en: [
      'This conversation is finished',
      'It stays as it was. Choose another template in the next conversation.',
    ],
  },
  'conversation-past': {
    nl: [
      'Na dit gesprek was er al een ander',
      'Dit gesprek blijft zoals het was. Maak de afspraak in jullie laatste gesprek.',
    ],
    en: [
      'A later conversation has already begun',
      'This conversation stays as it was. Make the commitment in your latest one.',
    ],
  },
  'switched-off': {
    nl: [
      'Je organisatie heeft dit uitgezet',
      'Er is niets veranderd. Open Groei opnieuw om te zien wat er wel kan.',
    ],
    en: [
      'Your organisation has switched this off',
      'Nothing has changed. Open Groei again to see what is available.',
    ],
  },
  'review-frozen': {
    nl: ['Dit overzicht is door jullie allebei afgerond', 'Heropen het om nog iets te veranderen.'],
    en: ['You have both finished this pack', 'Reopen it to change something.'],
  },
  'not-your-role': {
    nl: [
      'Dit hoort bij een andere rol',
      'Voor de organisatie doet een beheerder dit; voor een team de leidinggevende.',
    ],
    en: ['This belongs to another role', 'For the organisation an admin does this; for a team, its coach.'],
  },
  'not-open': {
    nl: [
      'Dit houdt je organisatie overal gelijk',
      'Zet terug wat hier genoemd is, of vraag een beheerder om het open te stellen.',
    ],
    en: [
      'Your organisation keeps this the same everywhere',
      'Undo what is listed, or ask an admin to open it up.',
    ],
  },
  'template-needed': {
    nl: ['Met deze gespreksvorm beginnen jullie', 'Kies eerst een andere om mee te beginnen.'],
    en: ['This is the template you start with', 'First choose another one to start with.'],
  },
  'template-missing': {
    nl: [
      'De gespreksvorm van dit gesprek ontbreekt',
      'Wat jullie schreven is bewaard. Vraag je beheerder om dit met het kenmerk te melden.',
    ],
    en: [
      'The template of this conversation is missing',
      'What you wrote is safe. Ask your admin to report this, with the reference.',
    ],
  },
  enough: {
    nl: ['Dit is het maximum', 'Haal eerst iets weg wat je niet meer gebruikt.'],
    en: ['This is the maximum', 'First remove something you no longer use.'],
  },
  'planned-often': {
    nl: [
      'Jullie hebben net al een paar gesprekken gepland',
      'Elk gesprek is een uitnodiging in twee agenda’s. Plan over een uur het volgende.',
    ],
    en: [
      'You two have just planned several conversations',
      'Each one sends an invite to two calendars. Plan the next one in an hour.',
    ],
  },
  'nothing-to-share': {
    nl: ['Er is nog niets om te delen', 'Schrijf een notitie of maak een afspraak.'],
    en: ['There is nothing to share yet', 'Write a note or make a commitment.'],
  },
  left: {
    nl: [
      'Je hebt alles van jou verwijderd',
      'Groei bewaart niets meer van je. Wil je opnieuw beginnen? Open Groei dan opnieuw.',
    ],
    en: [
      'You deleted everything of yours',
      'Groei keeps nothing of you any more. To begin anew, open Groei again.',
    ],
  },
  'pair-ended': {
    nl: [
      'Dit duo is beëindigd',
      'Jullie kunnen alles nog lezen, maar niets meer veranderen. Een nieuw gesprek begint een nieuw duo.',
    ],
    en: [
      'This pair has ended',
      'You can both still read everything, but no longer change anything. A new conversation starts a new pair.',
    ],
  },
  'too-many-requests': {
    nl: ['Even rustig aan', 'Er kwamen te veel verzoeken. Probeer het over een minuut opnieuw.'],
    en: ['One moment', 'There were too many requests. Try again in a minute.'],
  },
  'microsoft-unavailable': {
    nl: ['Microsoft 365 antwoordt nu niet', 'Wat je typte blijft staan. Probeer het zo opnieuw.'],
    en: ['Microsoft 365 is not responding right now', 'What you typed stays here. Try again shortly.'],
  },
  'microsoft-refused': {
    nl: ['Microsoft 365 weigerde dit', 'Vraag je beheerder of Groei toegang heeft tot je agenda.'],
    en: ['Microsoft 365 refused this', 'Ask your admin if Groei may use your calendar.'],
  },
  'content-unreadable': {
    nl: [
      'Dit is niet meer te lezen',
      'De sleutel van deze teksten is weg, of ze zijn beschadigd. Vraag je beheerder of er een back-up van is.',
    ],
    en: [
      'This cannot be read any more',
      'The key of these texts is gone, or they were damaged. Ask your admin if there is a backup of it.',
    ],
  },
  'keys-unavailable': {
    nl: [
      'Vertrouwelijke teksten zijn nu niet bereikbaar',
      'De sleutel waarmee Groei ze versleutelt is er even niet. Wat je typte blijft staan; probeer het zo opnieuw.',
    ],
    en: [
      'Confidential texts cannot be reached now',
      'The key that Groei encrypts them with is not available. What you typed stays here; try again shortly.',
    ],
  },
  'database-unavailable': {
    nl: [
      'Groei kan nu niets bewaren',
      'De database antwoordt niet. Wat je typte blijft staan; probeer het zo opnieuw.',
    ],
    en: [
      'Groei cannot save anything right now',
      'The database is not responding. What you typed stays here; try again shortly.',
    ],
  },
  internal: {
    nl: ['Er ging bij ons iets mis', 'Probeer het opnieuw. Vraag je om hulp, noem dan het kenmerk.'],
    en: ['Something went wrong on our side', 'Try again. If you ask for help, mention the reference.'],
  },
}

const inLanguage = (language: Language) =>
  Object.fromEntries(
    Object.entries(messages).map(([slug, { [language]: words }]) => [
      slug,
      { title: words[0], detail: words[1] },
    ]),
  ) as Record<ProblemSlug, { title: string; detail: string }>

export const problemTexts = { nl: inLanguage('nl'), en: inLanguage('en') }
