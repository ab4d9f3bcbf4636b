import { bilingual } from '../../server/contract/bilingual.ts'

/** The way through a conversation, and why there is none. */
export const conversationTexts = bilingual({
  nl: {
    noMeeting: {
      none: { title: 'Hier is geen gesprek', detail: 'Open Groei in een vergadering met één ander.' },
      'not-saved': {
        title: 'Bewaar de vergadering eerst',
        detail: 'Zodra de uitnodiging is verstuurd of bewaard, kun je je hier voorbereiden.',
      },
      'other-calendar': {
        title: 'Dit is de agenda van iemand anders',
        detail: 'Groei laat alleen de gesprekken uit je eigen agenda zien.',
      },
    },
    gone: {
      title: 'Je kunt dit gesprek niet meer openen',
      detail: 'Het is verwijderd, of je hoort niet meer bij dit duo. Wat er stond is van dit scherm gehaald.',
    },
    steps: 'Stappen van het gesprek',
    allSteps: 'Alle stappen',
    back: 'Terug',
    groups: { back: 'Terug', conversation: 'Gesprek', ahead: 'Vooruit' },
    onTo: (step: string) => `Door naar ${step}`,
    previous: 'Vorige stap',
    next: 'Volgende stap',
    minutes: (minutes: number) => `${minutes}\u00a0min`,
    position: (step: string, at: number, of: number) => `${step}, ${at} van ${of}`,
    startsAt: (time: string) => `om ${time}`,
    minutesOver: (minutes: number) => `${minutes}\u00a0min over`,
    changeTemplate: (title: string) => `${title} · wijzigen`,
    ownNote: 'Mijn eigen notities',
    info: 'Informatie',
    infoNew: 'Informatie, met een tip',
    timeToCommit: 'Tijd voor een afspraak?',
    readers: 'Jullie twee lezen dit. In de uitnodiging komt alleen wat jullie aan het eind delen.',
    staysHere: (step: string) => `Jullie twee lezen dit. ${step} komt nooit in de uitnodiging.`,
    admins: 'Beheerders en collega’s kunnen er in Groei niet bij.',
    sharing: 'Afronden',
    finished: 'Afgerond',
    otherFinished: (name: string) => `${name} rondde af`,
    look: 'Bekijk',
  },
  en: {
    noMeeting: {
      none: { title: 'No conversation here', detail: 'Open Groei in a meeting with one other person.' },
      'not-saved': {
        title: 'Save the meeting first',
        detail: 'As soon as the invite is sent or saved, you can prepare here.',
      },
      'other-calendar': {
        title: 'This is somebody else’s calendar',
        detail: 'Groei only shows the conversations in your own calendar.',
      },
    },
    gone: {
      title: 'You can no longer open this conversation',
      detail:
        'It was deleted, or you are no longer part of this pair. The text has been taken off this screen.',
    },
    steps: 'Steps of the conversation',
    allSteps: 'All steps',
    back: 'Back',
    groups: { back: 'Back', conversation: 'Conversation', ahead: 'Ahead' },
    onTo: (step) => `On to ${step}`,
    previous: 'Previous step',
    next: 'Next step',
    minutes: (minutes) => `${minutes}\u00a0min`,
    position: (step, at, of) => `${step}, ${at} of ${of}`,
    startsAt: (time) => `at ${time}`,
    minutesOver: (minutes) => `${minutes}\u00a0min over`,
    changeTemplate: (title) => `${title} · change`,
    ownNote: 'My private notes',
    info: 'Information',
    infoNew: 'Information, with a tip',
    timeToCommit: 'Time for a commitment?',
    readers: 'The two of you read this. Only what you share at the end goes into the invite.',
    staysHere: (step) => `The two of you read this. ${step} never goes into the invite.`,
    admins: 'Admins and colleagues cannot get at it in Groei.',
    sharing: 'Wrap up',
    finished: 'Finished',
    otherFinished: (name) => `${name} finished`,
    look: 'Show',
  },
})

/** The question that is asked once for a pair. */
export const rolesTexts = bilingual({
  nl: {
    title: 'Wie is de leidinggevende?',
    detail: 'Dit vraagt Groei één keer voor jullie duo.',
    me: 'Ik ben de leidinggevende',
    other: (name: string) => `${name} is de leidinggevende`,
    start: 'Begin het gesprek',
  },
  en: {
    title: 'Who is the coach?',
    detail: 'Groei asks this once for the two of you.',
    me: 'I am the coach',
    other: (name) => `${name} is the coach`,
    start: 'Start the conversation',
  },
})
