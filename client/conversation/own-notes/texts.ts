import { bilingual } from '../../../server/contract/bilingual.ts'

/** One’s own notes beside a conversation. */
export const ownNotesTexts = bilingual({
  nl: {
    title: 'Mijn eigen notities',
    onlyYou: 'Alleen jij kunt dit lezen, ook later: het wordt versleuteld bewaard en nooit gedeeld.',
    label: 'Eigen notities bij dit gesprek',
    loading: 'Je notities worden geladen…',
    conflict:
      'Je hebt dit intussen ook op een ander apparaat aangepast. Jouw tekst staat in het veld; dit is de andere versie:',
    takeOther: 'De andere versie gebruiken',
    remove: 'Deze notities verwijderen',
    sure: 'Je eigen notities bij dit gesprek verwijderen? Dit is niet terug te draaien.',
    removeNow: 'Ja, verwijderen',
    keepIt: 'Nee, laat staan',
  },
  en: {
    title: 'My private notes',
    onlyYou: 'Only you can read this, now and later: it is stored encrypted and never shared.',
    label: 'My private notes on this conversation',
    loading: 'Loading your notes…',
    conflict:
      'You have also changed this on another device. Your text is in the field; this is the other version:',
    takeOther: 'Use the other version',
    remove: 'Remove these notes',
    sure: 'Remove your private notes on this conversation? This cannot be undone.',
    removeNow: 'Yes, remove them',
    keepIt: 'No, keep them',
  },
})
