import { bilingual } from '../contract/bilingual.ts'
import type { ProblemSlug } from '../contract/problem.ts'

type Words = { title: string; detail: string }

/** Messages for a person whose request is refused: the reason, and what to do. */
export const problemTexts = bilingual<Record<ProblemSlug, Words>>({
  nl: {
    'invalid-request': {
      title: 'Dit kon niet worden verwerkt',
      detail: 'Controleer de genoemde velden en probeer het opnieuw.',
    },
    'too-large': { title: 'Dit is te lang', detail: 'Maak de tekst korter en probeer het opnieuw.' },
    unauthenticated: {
      title: 'Je bent niet aangemeld',
      detail: 'Meld je opnieuw aan; wat je typte blijft staan.',
    },
    'consent-required': {
      title: 'Groei heeft je toestemming nodig',
      detail: 'Geef Groei toestemming om je agenda te lezen en bij te werken.',
    },
    'proof-required': {
      title: 'Je organisatie vraagt een extra controle',
      detail: 'Meld je opnieuw aan om te laten zien dat jij het bent. Wat je typte blijft staan.',
    },
    forbidden: {
      title: 'Dit is niet voor jou',
      detail: 'Alleen de twee mensen van dit duo kunnen dit openen.',
    },
    'not-found': { title: 'Niet gevonden', detail: 'Dit bestaat niet (meer), of het is niet van jou.' },
    'not-a-one-on-one': {
      title: 'Dit is geen 1-op-1',
      detail: 'Groei werkt in een vergadering met een begin- en eindtijd en precies twee mensen.',
    },
    'meeting-cancelled': {
      title: 'Deze vergadering is geannuleerd',
      detail: 'Open het volgende gesprek; wat nog openstaat komt daar terug.',
    },
    'meeting-not-found': {
      title: 'Deze vergadering staat niet in je agenda',
      detail: 'Open Groei vanuit de vergadering in je eigen agenda.',
    },
    'commitment-limit': {
      title: 'Het maximum aantal afspraken is bereikt',
      detail: 'Kies wat het belangrijkst is, of pas een afspraak aan.',
    },
    'commitment-closed': {
      title: 'Deze afspraak loopt niet meer',
      detail: 'Hij is gedaan of vervallen. Kijk hoe hij er nu voor staat.',
    },
    'no-next-conversation': {
      title: 'Jullie hebben nog geen volgend gesprek',
      detail: 'Plan er eerst een; dan kun je er iets voor klaarzetten.',
    },
    'carried-over': {
      title: 'Deze afspraak is al meegegaan naar een later gesprek',
      detail: 'Pas hem daar aan, of laat hem daar vervallen, bij de opvolging.',
    },
    'changed-meanwhile': {
      title: 'De ander heeft dit net aangepast',
      detail: 'Bekijk de nieuwe versie en bewaar daarna opnieuw.',
    },
    'summary-changed': {
      title: 'Er is nog iets veranderd',
      detail: 'Lees de samenvatting nog eens en rond dan af.',
    },
    'conversation-began': {
      title: 'Het gesprek is begonnen',
      detail:
        'De ander kan al gelezen hebben wat je deelde, dus het blijft gedeeld. Je kunt het nog wel aanpassen.',
    },
    'conversation-finished': {
      title: 'Dit gesprek is afgerond',
      detail: 'Het blijft zoals het was. Kies een andere gespreksvorm in het volgende gesprek.',
    },
    'conversation-past': {
      title: 'Na dit gesprek was er al een ander',
      detail: 'Dit gesprek blijft zoals het was. Maak de afspraak in jullie laatste gesprek.',
    },
    'switched-off': {
      title: 'Je organisatie heeft dit uitgezet',
      detail: 'Er is niets veranderd. Open Groei opnieuw om te zien wat er wel kan.',
    },
    'review-frozen': {
      title: 'Dit overzicht is door jullie allebei afgerond',
      detail: 'Heropen het om nog iets te veranderen.',
    },
    'not-your-role': {
      title: 'Dit hoort bij een andere rol',
      detail: 'Voor de organisatie doet een beheerder dit; voor een team de leidinggevende.',
    },
    'not-open': {
      title: 'Dit houdt je organisatie overal gelijk',
      detail: 'Zet terug wat hier genoemd is, of vraag een beheerder om het open te stellen.',
    },
    'template-needed': {
      title: 'Met deze gespreksvorm beginnen jullie',
      detail: 'Kies eerst een andere om mee te beginnen.',
    },
    'template-missing': {
      title: 'De gespreksvorm van dit gesprek ontbreekt',
      detail: 'Wat jullie schreven is bewaard. Vraag je beheerder om dit met het kenmerk te melden.',
    },
    enough: { title: 'Dit is het maximum', detail: 'Haal eerst iets weg wat je niet meer gebruikt.' },
    'planned-often': {
      title: 'Jullie hebben net al een paar gesprekken gepland',
      detail: 'Elk gesprek is een uitnodiging in twee agenda’s. Plan over een uur het volgende.',
    },
    'nothing-to-share': {
      title: 'Er is nog niets om te delen',
      detail: 'Schrijf een notitie of maak een afspraak.',
    },
    left: {
      title: 'Je hebt alles van jou verwijderd',
      detail: 'Groei bewaart niets meer van je. Wil je opnieuw beginnen? Open Groei dan opnieuw.',
    },
    'pair-ended': {
      title: 'Dit duo is beëindigd',
      detail:
        'Jullie kunnen alles nog lezen, maar niets meer veranderen. Een nieuw gesprek begint een nieuw duo.',
    },
    'too-many-requests': {
      title: 'Even rustig aan',
      detail: 'Er kwamen te veel verzoeken. Probeer het over een minuut opnieuw.',
    },
    'microsoft-unavailable': {
      title: 'Microsoft 365 antwoordt nu niet',
      detail: 'Wat je typte blijft staan. Probeer het zo opnieuw.',
    },
    'microsoft-refused': {
      title: 'Microsoft 365 weigerde dit',
      detail: 'Vraag je beheerder of Groei toegang heeft tot je agenda.',
    },
    'keys-unavailable': {
      title: 'Vertrouwelijke teksten zijn nu niet bereikbaar',
      detail:
        'De sleutel waarmee Groei ze versleutelt is er even niet. Wat je typte blijft staan; probeer het zo opnieuw.',
    },
    'database-unavailable': {
      title: 'Groei kan nu niets bewaren',
      detail: 'De database antwoordt niet. Wat je typte blijft staan; probeer het zo opnieuw.',
    },
    internal: {
      title: 'Er ging bij ons iets mis',
      detail: 'Probeer het opnieuw. Vraag je om hulp, noem dan het kenmerk.',
    },
  },
  en: {
    'invalid-request': {
      title: 'This could not be processed',
      detail: 'Check the fields listed and try again.',
    },
    'too-large': { title: 'This is too long', detail: 'Make the text shorter and try again.' },
    unauthenticated: { title: 'You are not signed in', detail: 'Sign in again; what you typed stays here.' },
    'consent-required': {
      title: 'Groei needs your consent',
      detail: 'Allow Groei to read and update your calendar.',
    },
    'proof-required': {
      title: 'Your organisation asks for one more check',
      detail: 'Sign in again to show that it is you. What you typed stays here.',
    },
    forbidden: { title: 'This is not for you', detail: 'Only the two people in this pair can open it.' },
    'not-found': { title: 'Not found', detail: 'This does not exist (any more), or it is not yours.' },
    'not-a-one-on-one': {
      title: 'This is not a 1-on-1',
      detail: 'Groei works in a meeting with a start and end time and exactly two people.',
    },
    'meeting-cancelled': {
      title: 'This meeting was cancelled',
      detail: 'Open the next conversation; what is still open comes back there.',
    },
    'meeting-not-found': {
      title: 'This meeting is not in your calendar',
      detail: 'Open Groei from the meeting in your own calendar.',
    },
    'commitment-limit': {
      title: 'You have reached the maximum number of commitments',
      detail: 'Choose what matters most, or change one of them.',
    },
    'commitment-closed': {
      title: 'This commitment is not open any more',
      detail: 'It is done or dropped. Look at how it stands now.',
    },
    'no-next-conversation': {
      title: 'You have no next conversation yet',
      detail: 'Plan one first; then you can put something ready for it.',
    },
    'carried-over': {
      title: 'This commitment has moved on to a later conversation',
      detail: 'Change it or drop it there, in the follow-up.',
    },
    'changed-meanwhile': {
      title: 'The other person has just changed this',
      detail: 'Look at the new version, then save again.',
    },
    'summary-changed': {
      title: 'Something has just changed',
      detail: 'Read the summary once more, then finish.',
    },
    'conversation-began': {
      title: 'The conversation has started',
      detail:
        'The other person may already have read what you shared, so it stays shared. You can still change it.',
    },
    'conversation-finished': {
      title: 'This conversation is finished',
      detail: 'It stays as it was. Choose another template in the next conversation.',
    },
    'conversation-past': {
      title: 'A later conversation has already begun',
      detail: 'This conversation stays as it was. Make the commitment in your latest one.',
    },
    'switched-off': {
      title: 'Your organisation has switched this off',
      detail: 'Nothing has changed. Open Groei again to see what is available.',
    },
    'review-frozen': { title: 'You have both finished this pack', detail: 'Reopen it to change something.' },
    'not-your-role': {
      title: 'This belongs to another role',
      detail: 'For the organisation an admin does this; for a team, its coach.',
    },
    'not-open': {
      title: 'Your organisation keeps this the same everywhere',
      detail: 'Undo what is listed, or ask an admin to open it up.',
    },
    'template-needed': {
      title: 'This is the template you start with',
      detail: 'First choose another one to start with.',
    },
    'template-missing': {
      title: 'The template of this conversation is missing',
      detail: 'What you wrote is safe. Ask your admin to report this, with the reference.',
    },
    enough: { title: 'This is the maximum', detail: 'First remove something you no longer use.' },
    'planned-often': {
      title: 'You two have just planned several conversations',
      detail: 'Each one sends an invite to two calendars. Plan the next one in an hour.',
    },
    'nothing-to-share': {
      title: 'There is nothing to share yet',
      detail: 'Write a note or make a commitment.',
    },
    left: {
      title: 'You deleted everything of yours',
      detail: 'Groei keeps nothing of you any more. To begin anew, open Groei again.',
    },
    'pair-ended': {
      title: 'This pair has ended',
      detail:
        'You can both still read everything, but no longer change anything. A new conversation starts a new pair.',
    },
    'too-many-requests': {
      title: 'One moment',
      detail: 'There were too many requests. Try again in a minute.',
    },
    'microsoft-unavailable': {
      title: 'Microsoft 365 is not responding right now',
      detail: 'What you typed stays here. Try again shortly.',
    },
    'microsoft-refused': {
      title: 'Microsoft 365 refused this',
      detail: 'Ask your admin if Groei may use your calendar.',
    },
    'keys-unavailable': {
      title: 'Confidential texts cannot be reached now',
      detail:
        'The key that Groei encrypts them with is not available. What you typed stays here; try again shortly.',
    },
    'database-unavailable': {
      title: 'Groei cannot save anything right now',
      detail: 'The database is not responding. What you typed stays here; try again shortly.',
    },
    internal: {
      title: 'Something went wrong on our side',
      detail: 'Try again. If you ask for help, mention the reference.',
    },
  },
})
