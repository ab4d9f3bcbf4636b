import type { ReminderTopic } from '../contract/person.ts'
import type { WaitingReason } from '../contract/publication.ts'

/** Everything that the bot says in Dutch; English has the same names. */
const nl = {
  welcome: (name: string) =>
    `Hallo${name && ` ${name}`}! Ik ben Groei. Ik herinner je aan wat jullie in je 1-op-1’s afspreken: één bericht op het goede moment, met één tik beantwoord.`,
  help: [
    'mijn afspraken: wat er van jou openstaat',
    'stop afspraken (of voorbereiding, samenvatting, uitnodiging): daarover geen berichten meer',
    'start afspraken: weer wel berichten',
  ],
  helpTitle: 'Dit kan ik voor je doen',
  notUnderstood: 'Dat begrijp ik niet.',
  mine: 'Mijn afspraken',
  noneOpen: 'Er staat niets van je open.',
  heading: {
    'coming-due': 'Bijna zover',
    due: 'Vandaag',
    overdue: 'Nog open',
    none: 'Jouw afspraak',
  },
  with: (name: string) => `Afgesproken met ${name}`,
  firstStep: 'Eerste stap',
  when: 'Wanneer',
  criterion: 'Gelukt als',
  ifThen: 'Als-danplan',
  progress: 'Voortgang',
  done: 'Gedaan',
  newDate: 'Nieuwe datum',
  save: 'Bewaren',
  open: 'Openen',
  progressLabel: 'Hoe gaat het? Eén regel is genoeg.',
  special: 'Niets over gezondheid, geloof, afkomst of andere gevoelige zaken: dat hoort hier niet.',
  dateLabel: 'Wat wordt de nieuwe datum?',
  saidDone: 'Gedaan. Mooi! In het volgende gesprek kijken jullie wat het opleverde.',
  saidProgress: 'Bewaard. Dit staat klaar in het volgende gesprek.',
  saidDate: (day: string) => `De nieuwe datum is ${day}.`,
  already: 'Deze afspraak was al afgerond.',
  gone: 'Deze afspraak is er niet meer.',
  notYours: 'Deze afspraak is van iemand anders.',
  emptyProgress: 'Schrijf eerst een regel.',
  badDate: 'Kies een datum vanaf vandaag.',
  preparation: (name: string, when: string) => `Je spreekt ${name} op ${when}`,
  prepare: 'Voorbereiden',
  stillOpen: (count: number) =>
    count === 1 ? 'Er staat één afspraak open.' : `Er staan ${count} afspraken open.`,
  theyShared: (name: string) => `${name} heeft al een voorbereiding gedeeld.`,
  why: 'Vijf minuten nu geven straks meer tijd voor wat telt.',
  agreed: (name: string, when: string) => `Afgesproken met ${name} op ${when}`,
  publication: (name: string) => `Nog niet in de uitnodiging: je gesprek met ${name}`,
  waiting: {
    queued: 'Het wordt er nu in gezet.',
    'no-next-meeting':
      'Er staat nog geen volgend gesprek in je agenda. Plan er een; dan komt het daar vanzelf in.',
    'organiser-sign-in': 'Open Groei één keer; daarna gaat het vanzelf verder.',
    'other-not-here':
      'De ander heeft Groei nog nooit geopend. Vraag om dat één keer te doen; daarna gaat het vanzelf verder.',
    'not-a-one-on-one':
      'Dat gesprek is niet van jullie tweeën alleen. Zijn jullie weer met z’n tweeën, dan gaat het vanzelf verder.',
    throttled: 'Microsoft 365 vraagt om even te wachten; ik probeer het zo opnieuw.',
    'microsoft-unavailable': 'Microsoft 365 antwoordt niet; ik blijf het proberen.',
    'microsoft-refused': 'Microsoft 365 weigerde dit. Vraag je beheerder of Groei je agenda mag bijwerken.',
    'changed-meanwhile': 'De uitnodiging is net veranderd; ik probeer het opnieuw.',
    'join-link-at-risk':
      'De uitnodiging zou haar vergaderlink kwijtraken, dus ik heb er niets in geschreven. Maak er weer een Teams-vergadering van en deel dan opnieuw.',
    'not-cleared': 'Het staat ook nog in een eerdere uitnodiging; ik haal het daar weg zodra dat kan.',
  } satisfies Record<WaitingReason, string>,
  deletion: (name: string) => `${name} heeft gevraagd jullie gesprekken te verwijderen`,
  deletedAt: (when: string) =>
    `Tot ${when} kun jij ze nog lezen en downloaden: Mijn 1-op-1’s, bij Jouw gegevens. Daarna is alles weg.`,
  digest: (count: number) => `${count} dingen wachten op je`,
  silence: 'Hierover geen berichten meer',
  silenced: (topic: string) =>
    `Over ${topic} hoor je van mij niets meer. Typ “start ${topic}” als je dat weer wilt.`,
  resumed: (topic: string) => `Over ${topic} hoor je weer van mij.`,
  topics: {
    preparation: 'voorbereiding',
    commitments: 'afspraken',
    'after-talk': 'samenvatting',
    publication: 'uitnodiging',
  } satisfies Record<ReminderTopic, string>,
}
export type BotTexts = typeof nl

const en: BotTexts = {
  welcome: (name) =>
    `Hello${name && ` ${name}`}! I am Groei. I remind you of what you agree in your 1-on-1s: one message at the right moment, answered with one tap.`,
  help: [
    'my commitments: what you still have open',
    'stop commitments (or preparation, summary, invite): no more messages about that',
    'start commitments: get them again',
  ],
  helpTitle: 'What I can do for you',
  notUnderstood: 'I do not understand that.',
  mine: 'My commitments',
  noneOpen: 'You have nothing open.',
  heading: { 'coming-due': 'Coming up', due: 'Today', overdue: 'Still open', none: 'Your commitment' },
  with: (name) => `Agreed with ${name}`,
  firstStep: 'First step',
  when: 'When',
  criterion: 'It worked if',
  ifThen: 'If–then plan',
  progress: 'Progress',
  done: 'Done',
  newDate: 'New date',
  save: 'Save',
  open: 'Open',
  progressLabel: 'How is it going? One line is enough.',
  special: 'Nothing about health, religion, origin or other sensitive matters: that does not belong here.',
  dateLabel: 'What is the new date?',
  saidDone: 'Done. Nice work! In the next conversation you will look at what it brought.',
  saidProgress: 'Saved. It will be there in the next conversation.',
  saidDate: (day) => `The new date is ${day}.`,
  already: 'This commitment was already finished.',
  gone: 'This commitment no longer exists.',
  notYours: 'This commitment is somebody else’s.',
  emptyProgress: 'Write a line first.',
  badDate: 'Choose today or a later date.',
  preparation: (name, when) => `You are meeting ${name} on ${when}`,
  prepare: 'Prepare',
  stillOpen: (count) => (count === 1 ? 'One commitment is open.' : `${count} commitments are open.`),
  theyShared: (name) => `${name} has already shared a preparation.`,
  why: 'Five minutes now leave more time for what matters.',
  agreed: (name, when) => `Agreed with ${name} on ${when}`,
  publication: (name) => `Not in the invite yet: your conversation with ${name}`,
  waiting: {
    queued: 'It is being added now.',
    'no-next-meeting':
      'There is no next conversation in your calendar yet. Plan one, and it goes into that invite by itself.',
    'organiser-sign-in': 'Open Groei once; the rest then happens by itself.',
    'other-not-here':
      'The other person has never opened Groei. Ask them to open it once; the rest then happens by itself.',
    'not-a-one-on-one':
      'That is not just the two of you now. When it is just you two again, it continues by itself.',
    throttled: 'Microsoft 365 asked me to wait a moment; I will try again shortly.',
    'microsoft-unavailable': 'Microsoft 365 is not responding; I keep trying.',
    'microsoft-refused': 'Microsoft 365 refused this. Ask your admin if Groei may update your calendar.',
    'changed-meanwhile': 'The invite has just changed; I am trying again.',
    'join-link-at-risk':
      'The invite would lose its meeting link, so I wrote nothing into it. Make it a Teams meeting again, then share again.',
    'not-cleared': 'It is still in an earlier invite too; I will remove it there as soon as I can.',
  },
  deletion: (name) => `${name} asked to delete your conversations`,
  deletedAt: (when) =>
    `Until ${when} you can read and download them: My 1-on-1s, under Your data. After that everything is gone.`,
  digest: (count) => `${count} things are waiting for you`,
  silence: 'No more messages about this',
  silenced: (topic) =>
    `You will not hear from me about ${topic} any more. Type “start ${topic}” if you want that again.`,
  resumed: (topic) => `You will hear from me about ${topic} again.`,
  topics: {
    preparation: 'preparation',
    commitments: 'commitments',
    'after-talk': 'summary',
    publication: 'invite',
  },
}

export const botTexts = { nl, en }
