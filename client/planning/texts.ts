import type { NoProposals } from '../../server/contract/planning.ts'
import { bilingual } from '../../server/contract/bilingual.ts'

/** Planning the next conversation. */
export const planningTexts = bilingual({
  nl: {
    open: 'Het volgende gesprek plannen',
    opens: (name: string) => `Het volgende gesprek plannen met ${name}`,
    looking: 'Groei zoekt wanneer jullie allebei kunnen…',
    when: 'Wanneer?',
    length: 'Hoe lang?',
    minutes: (minutes: number) => `${minutes} minuten`,
    others: 'Andere tijden',
    firstTimes: 'Weer de eerste tijden',
    theirTime: (time: string, name: string) => `${time} bij ${name}`,
    often: 'Hoe vaak?',
    once: 'Eén keer',
    freeBusy: 'Groei kijkt hiervoor alleen of jullie vrij of bezet zijn, niet wat jullie doen.',
    otherNotRead: (name: string) =>
      `Groei kan de agenda van ${name} niet zien: deze tijden zijn vrij in die van jou.`,
    none: {
      'no-common-hours': 'Jullie werktijden overlappen niet. Spreek samen een tijd af en zet die in Outlook.',
      'nothing-free':
        'De komende weken zijn jullie nooit tegelijk vrij. Maak wat ruimte en zoek dan opnieuw.',
    } satisfies Record<NoProposals, string>,
    again: 'Opnieuw zoeken',
    invite: 'Uitnodiging versturen',
    inviting: 'Wordt gepland…',
    cancel: 'Annuleren',
    otherPlanned: (name: string) =>
      `${name} plande net ook iets. Kijk eerst of dat past; dit zijn de tijden die over zijn.`,
    planned: (when: string) => `Gepland: ${when}.`,
    invited: (name: string) => `${name} krijgt een uitnodiging van jou.`,
  },
  en: {
    open: 'Plan the next conversation',
    opens: (name) => `Plan the next conversation with ${name}`,
    looking: 'Groei is looking for a time that suits you both…',
    when: 'When?',
    length: 'How long?',
    minutes: (minutes) => `${minutes} minutes`,
    others: 'Other times',
    firstTimes: 'Back to the first times',
    theirTime: (time, name) => `${time} for ${name}`,
    often: 'How often?',
    once: 'Once',
    freeBusy: 'For this, Groei only looks at whether you are free or busy, not at what you do.',
    otherNotRead: (name) => `Groei cannot see ${name}’s calendar: these times are free in yours.`,
    none: {
      'no-common-hours': 'Your working hours do not overlap. Agree on a time together and put it in Outlook.',
      'nothing-free': 'You are never both free in the coming weeks. Make some room, then look again.',
    },
    again: 'Look again',
    invite: 'Send invite',
    inviting: 'Planning…',
    cancel: 'Cancel',
    otherPlanned: (name) =>
      `${name} has just planned something too. First see if that suits you; these are the times that are left.`,
    planned: (when) => `Planned: ${when}.`,
    invited: (name) => `${name} will get an invite from you.`,
  },
})
