import { bilingual } from '../../server/contract/bilingual.ts'

/** The first weeks with Groei. */
export const guideTexts = bilingual({
  nl: {
    week: (weeks: string, of: string) => `Klein beginnen: week ${weeks} van ${of}`,
    intro:
      'Eén duo, één gespreksvorm, één opvolging per gesprek, zes tot acht weken lang. Daarna weet je of het werkt.',
    done: 'gedaan',
    todo: 'nog te doen',
    steps: {
      pair: 'Kies één duo: open Groei in jullie 1-op-1',
      preparation: 'Bereid één gesprek voor, in vijf minuten',
      commitment: 'Maak één afspraak die je kunt zien gebeuren',
      followUp: (held: string, of: string) =>
        `Begin elk gesprek met de opvolging (${held} van de laatste ${of})`,
      followUpFirst: 'Begin elk gesprek met de opvolging',
      weeks: (weeks: string, of: string) => `Houd het ${of} weken vol (nu ${weeks})`,
    },
    aside: 'Niet meer tonen',
  },
  en: {
    week: (weeks, of) => `Start small: week ${weeks} of ${of}`,
    intro:
      'One pair, one template, one follow-up per conversation, for six to eight weeks. Then you know if it works.',
    done: 'done',
    todo: 'still to do',
    steps: {
      pair: 'Choose one pair: open Groei in your 1-on-1',
      preparation: 'Prepare one conversation, in five minutes',
      commitment: 'Make one commitment you can see happen',
      followUp: (held, of) => `Start every conversation with the follow-up (${held} of the last ${of})`,
      followUpFirst: 'Start every conversation with the follow-up',
      weeks: (weeks, of) => `Keep it up for ${of} weeks (now ${weeks})`,
    },
    aside: 'Do not show this again',
  },
})
export type GuideTexts = (typeof guideTexts)['nl']

/** Reminders by the bot: about which topics, and when. */
export const reminderTexts = bilingual({
  nl: {
    title: 'Herinneringen',
    off: 'Je organisatie heeft herinneringen uitgezet. Vraag je Groei in de chat iets, dan krijg je wel antwoord.',
    chat: {
      installed: 'Groei stuurt je berichten in de chat van Teams.',
      absent: 'Groei staat nog niet in je Teams. Voeg de app toe, dan krijg je herinneringen.',
      blocked: 'Je hebt Groei in Teams geblokkeerd. Hef dat daar op om weer herinneringen te krijgen.',
    },
    topics: {
      preparation: 'Voorbereiden, een werkdag ervoor',
      commitments: 'Mijn afspraken: bijna zover, vandaag, nog open',
      'after-conversation': 'Na het gesprek: wat we afspraken',
      publication: 'Als iets niet in de uitnodiging komt',
    },
    days: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    workingDays: 'Werkdagen',
    from: 'Vanaf',
    until: 'Tot',
    overnight: (until: string) => `Je werkdag loopt door tot ${until} de volgende dag.`,
    awayUntil: 'Afwezig tot en met (niet verplicht)',
    offline: 'Offline, wordt bewaard',
    wrong: 'Kies minstens één dag, en een andere eindtijd dan begintijd.',
  },
  en: {
    title: 'Reminders',
    off: 'Your organisation has switched reminders off. Groei still answers when you ask it something in chat.',
    chat: {
      installed: 'Groei sends you messages in Teams chat.',
      absent: 'Groei is not in your Teams yet. Add the app to get reminders.',
      blocked: 'You have blocked Groei in Teams. Unblock it there to get reminders again.',
    },
    topics: {
      preparation: 'Preparing, one working day before',
      commitments: 'My commitments: coming up, today, still open',
      'after-conversation': 'After the conversation: what we agreed',
      publication: 'When something could not be put in the invite',
    },
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    workingDays: 'Working days',
    from: 'From',
    until: 'Until',
    overnight: (until: string) => `Your working day goes on until ${until} the next day.`,
    awayUntil: 'Away up to and including (optional)',
    offline: 'Offline, kept',
    wrong: 'Choose at least one day, and an end time that differs from the start time.',
  },
})

/** The last words to a person who has removed everything of theirs. */
export const leftTexts = bilingual({
  nl: {
    title: 'Al je gegevens zijn verwijderd',
    detail: 'Je kunt dit venster sluiten. Open je Groei later weer, dan begin je opnieuw.',
  },
  en: {
    title: 'All your data is deleted',
    detail: 'You can close this window. If you open Groei again later, you start from scratch.',
  },
})

/** My reminders and my data. */
export const settingsTexts = bilingual({
  nl: {
    title: 'Instellingen en jouw gegevens',
    about: 'Over Groei',
    does: 'Groei helpt jullie om afspraken te maken en erop terug te komen.',
    doesNot: 'Niemand leest mee: ook beheerders niet. Er zijn geen inzichten over mensen.',
  },
  en: {
    title: 'Settings and your data',
    about: 'About Groei',
    does: 'Groei helps you two to make commitments and to follow up on them.',
    doesNot: 'Nobody reads along: admins neither. There are no insights over people.',
  },
})
