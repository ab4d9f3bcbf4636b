import type { NoProposals } from '../../../server/contract/planning.ts'

/** What planning the next talk and agreeing on a rhythm say, in both languages. */
const nl = {
  everyWeeks: (weeks: number) => (weeks === 1 ? 'Elke week' : `Elke ${weeks} weken`),
  agreed: (name: string) => `Ritme met ${name}`,
  notAgreed: 'Niet afgesproken',
  agreedBy: (who: string, when: string) => `Zo gekozen door ${who} op ${when}.`,
  agree: 'Ritme bewaren',
  me: 'jou',
  state: {
    new: 'Jullie hebben nog niet gesproken.',
    kept: 'Jullie zijn in ritme.',
    open: 'Er is nog niets gepland, en het is nog niet laat.',
    slipping:
      'Het ritme verslapt: het is langer geleden dan jullie afspraken, of het staat pas later gepland.',
  },
  offer: {
    slipping: (name: string) => `Zal Groei een moment zoeken waarop jij en ${name} kunnen?`,
    open: (name: string) => `Plan het nu, dan staat het vast: Groei zoekt een moment met ${name}.`,
  },
  open: 'Het volgende gesprek plannen',
  opens: (name: string) => `Het volgende gesprek met ${name} plannen`,
  looking: 'Groei kijkt wanneer jullie kunnen…',
  when: 'Wanneer?',
  length: 'Hoe lang?',
  minutes: (minutes: number) => `${minutes} minuten`,
  others: 'Andere tijden',
  firstTimes: 'Weer de eerste tijden',
  theirTime: (time: string, name: string) => `${time} bij ${name}`,
  often: 'Hoe vaak?',
  once: 'Eén keer',
  freeBusy: 'Groei kijkt alleen of jullie vrij of bezet zijn, niet waarmee.',
  otherNotRead: (name: string) =>
    `De agenda van ${name} kan Groei niet inzien: deze tijden zijn vrij voor jou.`,
  none: {
    'no-common-hours':
      'Jullie werktijden hebben niets gemeen. Spreek samen een tijd af en zet die in Outlook.',
    'nothing-free': 'De komende weken zijn jullie nooit tegelijk vrij. Maak ruimte, en zoek dan opnieuw.',
  } satisfies Record<NoProposals, string>,
  again: 'Opnieuw zoeken',
  invite: 'Uitnodiging versturen',
  inviting: 'Wordt gepland…',
  cancel: 'Annuleren',
  otherPlanned: (name: string) =>
    `${name} plande net ook iets. Kijk eerst of dat goed is; dit zijn de tijden die over zijn.`,
  planned: (when: string) => `Gepland: ${when}.`,
  invited: (name: string) => `${name} krijgt een uitnodiging van jou.`,
}

const en: typeof nl = {
  everyWeeks: (weeks) => (weeks === 1 ? 'Every week' : `Every ${weeks} weeks`),
  agreed: (name) => `Rhythm with ${name}`,
  notAgreed: 'Not agreed',
  agreedBy: (who, when) => `Chosen by ${who} on ${when}.`,
  agree: 'Save rhythm',
  me: 'you',
  state: {
    new: 'You have not talked yet.',
    kept: 'You are in rhythm.',
    open: 'Nothing is planned yet, and it is not late.',
    slipping: 'The rhythm is slipping: it is longer ago than you agreed, or planned later than that.',
  },
  offer: {
    slipping: (name) => `Shall Groei look for a time that suits you and ${name}?`,
    open: (name) => `Plan it now and it is settled: Groei looks for a time with ${name}.`,
  },
  open: 'Plan the next one',
  opens: (name) => `Plan the next one with ${name}`,
  looking: 'Groei is looking when you both can…',
  when: 'When?',
  length: 'How long?',
  minutes: (minutes) => `${minutes} minutes`,
  others: 'Other times',
  firstTimes: 'The first times again',
  theirTime: (time, name) => `${time} for ${name}`,
  often: 'How often?',
  once: 'Once',
  freeBusy: 'Groei only looks whether you are free or busy, not with what.',
  otherNotRead: (name) => `Groei cannot see the calendar of ${name}: these times are free for you.`,
  none: {
    'no-common-hours':
      'Your working hours have nothing in common. Agree on a time together and put it in Outlook.',
    'nothing-free': 'In the coming weeks you are never free together. Make room, then look again.',
  },
  again: 'Look again',
  invite: 'Send invite',
  inviting: 'Planning…',
  cancel: 'Cancel',
  otherPlanned: (name) =>
    `${name} has just planned something too. See whether that will do; these are the times that are left.`,
  planned: (when) => `Planned: ${when}.`,
  invited: (name) => `${name} gets an invite from you.`,
}

export const planning = { nl, en }
