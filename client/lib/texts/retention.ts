/** How long an organisation keeps what two people wrote. */
export const retention = {
  nl: {
    title: 'Hoe lang bewaren we?',
    days: 'Dagen na het einde van een duo, of na hun laatste gesprek',
    hint: 'Tussen 30 en 3650. Daarna wordt alles van dat duo automatisch verwijderd.',
    invalid: 'Vul een heel getal in tussen 30 en 3650.',
    save: 'Bewaartermijn opslaan',
    saved: 'Opgeslagen',
    shorter: (days: string) =>
      `Wat langer dan ${days} dagen geleden is, wordt binnen een kwartier voorgoed verwijderd, ook van duo’s die nog actief zijn.`,
    deleteNow: 'Korter bewaren en verwijderen',
    asItIs: 'Laat het zo',
  },
  en: {
    title: 'How long do we keep it?',
    days: 'Days after a pair ended, or after their last conversation',
    hint: 'From 30 to 3650. After that, the pair’s data is deleted automatically.',
    invalid: 'Enter a whole number from 30 to 3650.',
    save: 'Save retention period',
    saved: 'Saved',
    shorter: (days: string) =>
      `What is more than ${days} days ago is deleted for good within fifteen minutes, also for pairs that are still active.`,
    deleteNow: 'Shorten and delete',
    asItIs: 'Leave it as it is',
  },
}
