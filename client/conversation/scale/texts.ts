import { bilingual } from '../../../server/contract/bilingual.ts'
import { isolated } from '../../../server/contract/isolated.ts'

/** A question that is answered with a number. */
export const scaleTexts = bilingual({
  nl: {
    mine: 'Mijn cijfer',
    theirs: (name: string, value: string) => `${name} geeft een ${value}.`,
    notLower: (value: string, lower: string) => `Waarom een ${value} en geen ${lower}?`,
    stillHolds: 'Waarom is het meer dan een 0?',
    oneMore: (more: string) => `Wat zou er een ${more} van maken?`,
    keeps: 'Wat zorgt dat het een 10 blijft?',
    asksMore: '+ één punt meer',
    asksKeeps: '+ wat houdt het zo',
    chose: (name: string) => `${isolated(name)} koos. Je ziet het cijfer als jij ook kiest.`,
    offline: 'Offline, wordt bewaard',
    ends: ['1: helemaal niet', '10: helemaal'],
    failed: 'Deze schaal kon niet worden geladen.',
    course: 'Verloop over jullie gesprekken, van 1 tot 10',
    conversation: 'Gesprek',
    none: 'geen cijfer',
  },
  en: {
    mine: 'My number',
    theirs: (name, value) => `${name} gives it ${value}.`,
    notLower: (value, lower) => `What makes it ${value} and not ${lower}?`,
    stillHolds: 'What makes it more than 0?',
    oneMore: (more) => `What would make it ${more}?`,
    keeps: 'What keeps it at 10?',
    asksMore: '+ one point more',
    asksKeeps: '+ what keeps it',
    chose: (name) => `${isolated(name)} chose. You see the number once you choose too.`,
    offline: 'Offline, kept',
    ends: ['1: not at all', '10: completely'],
    failed: 'This scale could not be loaded.',
    course: 'Change over your conversations, from 1 to 10',
    conversation: 'Conversation',
    none: 'no number',
  },
})
