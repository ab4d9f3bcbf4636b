/** One's own notes beside a talk. */
export const privateNotes = {
  nl: {
    title: 'Mijn eigen notities',
    onlyYou: 'Alleen jij leest dit, ook later: het wordt versleuteld bewaard en nooit gedeeld.',
    label: 'Eigen notities bij dit gesprek',
    loading: 'Je notities worden opgehaald…',
    saveNow: 'Nu bewaren',
    conflict:
      'Je hebt dit intussen ook op een ander apparaat aangepast. Jouw tekst staat in het veld; dit is de andere versie:',
    takeOther: 'Neem de andere versie',
    remove: 'Deze notities verwijderen',
    sure: 'Je eigen notities bij dit gesprek verwijderen? Dit is niet terug te draaien.',
    removeNow: 'Ja, verwijderen',
    keepIt: 'Nee, laat staan',
  },
  en: {
    title: 'My own notes',
    onlyYou: 'Only you read this, now and later: it is kept encrypted and never shared.',
    label: 'My own notes of this talk',
    loading: 'Your notes are being fetched…',
    saveNow: 'Save now',
    conflict:
      'You changed this on another device meanwhile. Your text is in the field; this is the other version:',
    takeOther: 'Take the other version',
    remove: 'Remove these notes',
    sure: 'Remove your own notes of this talk? This cannot be undone.',
    removeNow: 'Yes, remove them',
    keepIt: 'No, leave them',
  },
}
