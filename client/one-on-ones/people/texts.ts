import { bilingual } from '../../../server/contract/bilingual.ts'

/** The list of people. */
export const peopleTexts = bilingual({
  nl: {
    title: 'Mensen',
    search: 'Zoek een naam',
    filters: 'Toon alleen',
    filter: {
      'no-next': (count: number) => `Geen volgend gesprek (${count})`,
      open: (count: number) => `Iets open (${count})`,
    },
    found: (count: number) => (count === 1 ? '1 persoon' : `${count} personen`),
    nobody: 'Niemand gevonden.',
    none: 'Zodra er een 1-op-1 in je agenda staat, zie je die persoon hier.',
    noPair: 'nog geen duo',
    noNext: 'niets gepland',
    open: (count: number) => (count === 1 ? '1 afspraak loopt' : `${count} afspraken lopen`),
    ended: 'Beëindigde duo’s',
    endedPairs: (count: number) => `Beëindigde duo’s (${count})`,
    endedOn: (day: string) => `beëindigd op ${day}`,
  },
  en: {
    title: 'People',
    search: 'Search for a name',
    filters: 'Show only',
    filter: {
      'no-next': (count) => `No next conversation (${count})`,
      open: (count) => `Something open (${count})`,
    },
    found: (count) => (count === 1 ? '1 person' : `${count} people`),
    nobody: 'Nobody found.',
    none: 'As soon as a 1-on-1 is in your calendar, you see that person here.',
    noPair: 'no pair yet',
    noNext: 'nothing planned',
    open: (count) => (count === 1 ? '1 open commitment' : `${count} open commitments`),
    ended: 'Ended pairs',
    endedPairs: (count) => `Ended pairs (${count})`,
    endedOn: (day) => `ended on ${day}`,
  },
})

/** The rhythm and the next conversation of a pair, in as few words as a row has room for. */
export const rowTexts = bilingual({
  nl: {
    everyWeeks: (weeks: number) => (weeks === 1 ? 'elke week' : `elke ${weeks} weken`),
    everyDays: (days: number) => (days === 1 ? 'elke dag' : `elke ${days} dagen`),
    silentWeeks: (weeks: number) => `${weeks} weken stil`,
    silentDays: (days: number) => (days === 1 ? '1 dag stil' : `${days} dagen stil`),
    now: 'Nu',
  },
  en: {
    everyWeeks: (weeks) => (weeks === 1 ? 'every week' : `every ${weeks} weeks`),
    everyDays: (days) => (days === 1 ? 'every day' : `every ${days} days`),
    silentWeeks: (weeks) => `${weeks} weeks silent`,
    silentDays: (days) => (days === 1 ? '1 day silent' : `${days} days silent`),
    now: 'Now',
  },
})

/** The page of one pair. */
export const pairTexts = bilingual({
  nl: {
    loading: 'De pagina wordt geladen…',
    notMine: {
      title: 'Je kunt deze pagina niet openen',
      detail: 'Dit duo is verwijderd, of je hoort er niet bij.',
    },
    toPeople: 'Naar mensen',
    role: { coach: 'jij bent leidinggevende', employee: 'jij bent medewerker' },
    prepare: 'Voorbereiden',
    prepares: (name: string) => `Voorbereiden: gesprek met ${name}`,
    open: 'Open het gesprek',
    next: 'Volgende keer',
    noNext: 'Nog geen volgend gesprek.',
    theirTopics: (name: string) => `Van ${name}`,
    myTopics: (isShared: boolean, name: string) =>
      isShared ? `Van jou · ${name} ziet dit` : 'Van jou · alleen jij',
    noTopics: 'Nog geen onderwerpen.',
    addTopics: 'Onderwerp toevoegen',
    changeTopics: 'Mijn onderwerpen aanpassen',
    going: 'Loopt nu',
    noneOpen: 'Niets open.',
    first: (when: string) => `Jullie eerste gesprek: ${when}. Daarna staat hier wat jullie afspreken.`,
    conversations: 'Gesprekken',
    noConversations: 'Jullie hebben nog geen gesprek gehad.',
    earlier: 'Eerder',
    unfinished: 'niet afgerond',
    nothingAgreed: 'geen afspraak gemaakt',
    conversation: 'Gesprek',
    scales: 'Verloop',
    me: 'Jij',
    when: 'Gesprek',
    noNumber: 'geen cijfer',
    review: 'Periodeoverzicht',
    reviewWith: (name: string) => `Periodeoverzicht met ${name}`,
    lastReview: (day: string) => `Het laatste is van ${day}.`,
  },
  en: {
    loading: 'Loading the page…',
    notMine: {
      title: 'You cannot open this page',
      detail: 'This pair was deleted, or you are not part of it.',
    },
    toPeople: 'To people',
    role: { coach: 'you are the coach', employee: 'you are the employee' },
    prepare: 'Prepare',
    prepares: (name) => `Prepare: conversation with ${name}`,
    open: 'Open the conversation',
    next: 'Next time',
    noNext: 'No next conversation yet.',
    theirTopics: (name) => `From ${name}`,
    myTopics: (isShared, name) => (isShared ? `From you · ${name} sees this` : 'From you · only you'),
    noTopics: 'No topics yet.',
    addTopics: 'Add a topic',
    changeTopics: 'Change my topics',
    going: 'Going on',
    noneOpen: 'Nothing open.',
    first: (when) => `Your first conversation: ${when}. After that, your commitments are here.`,
    conversations: 'Conversations',
    noConversations: 'You have not had a conversation yet.',
    earlier: 'Earlier',
    unfinished: 'not finished',
    nothingAgreed: 'no commitment made',
    conversation: 'Conversation',
    scales: 'Change over time',
    me: 'You',
    when: 'Conversation',
    noNumber: 'no number',
    review: 'Review pack',
    reviewWith: (name) => `Review pack with ${name}`,
    lastReview: (day) => `The last one is of ${day}.`,
  },
})

/** The course of a commitment: what happened to it, and what was said then. */
export const courseTexts = bilingual({
  nl: {
    course: (what: string) => `Verloop: ${what}`,
    kind: {
      made: 'afgesproken',
      'followed-up': 'besproken',
      progress: 'tussendoor',
      done: 'gedaan',
      dropped: 'vervallen',
    },
    mark: (day: string, kind: string) => (day ? `${day}: ${kind}` : kind),
    about: {
      next: 'Volgende stap',
      obstacle: 'Wat zit er in de weg',
      why: 'Waarom',
      wording: 'De afspraak werd',
    },
  },
  en: {
    course: (what) => `Course: ${what}`,
    kind: {
      made: 'agreed',
      'followed-up': 'discussed',
      progress: 'in between',
      done: 'done',
      dropped: 'dropped',
    },
    mark: (day, kind) => (day ? `${day}: ${kind}` : kind),
    about: {
      next: 'Next step',
      obstacle: 'What is in the way',
      why: 'Why',
      wording: 'The commitment became',
    },
  },
})
