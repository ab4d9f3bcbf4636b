import { bilingual } from '../../../server/contract/bilingual.ts'
import { isolated } from '../../../server/contract/isolated.ts'

/** Making a commitment, changing it and removing it. */
export const commitmentTexts = bilingual({
  nl: {
    none: 'Nog geen afspraak gemaakt.',
    add: 'Nog één afspraak',
    past: 'Na dit gesprek was er al een ander: maak nieuwe afspraken daar.',
    title: (at: number) => `Afspraak ${at}`,
    owner: 'Afspraak van',
    swap: (name: string) => `Maak er een van ${isolated(name)} van`,
    what: 'Wat ga je doen?',
    firstStep: 'Wat is je eerste stap?',
    criterion: 'Waaraan merken we dat het werkte?',
    ifThen: 'Als … dan ga ik …',
    remove: 'Afspraak verwijderen',
    edit: 'Afspraak aanpassen',
    removed: (what: string) => (what ? `Verwijderd: ${isolated(what)}` : 'Verwijderd'),
    putBack: 'Terugzetten',
    noDay: 'geen dag',
    adders: { firstStep: '+ eerste stap', criterion: '+ gelukt als', ifThen: '+ als-dan' },
    fixed: 'Dit ging mee naar een later gesprek. Pas het daar aan, bij de opvolging.',
  },
  en: {
    none: 'No commitment made yet.',
    add: 'One more commitment',
    past: 'A later conversation has already begun: make new commitments there.',
    title: (at) => `Commitment ${at}`,
    owner: 'Commitment of',
    swap: (name) => `Make it one of ${isolated(name)}`,
    what: 'What will you do?',
    firstStep: 'What is your first step?',
    criterion: 'How will we know it worked?',
    ifThen: 'If … then I will …',
    remove: 'Remove commitment',
    edit: 'Edit commitment',
    removed: (what) => (what ? `Removed: ${isolated(what)}` : 'Removed'),
    putBack: 'Put back',
    noDay: 'no day',
    adders: { firstStep: '+ first step', criterion: '+ it worked if', ifThen: '+ if–then' },
    fixed: 'This has moved on to a later conversation. Change it there, in the follow-up.',
  },
})
