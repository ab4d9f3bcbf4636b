/** What is said where people write: what does not belong there, what cannot be read, what has ended. */
export const privacy = {
  nl: {
    special: 'Geen gegevens over gezondheid, geloof, afkomst of andere gevoelige zaken: die horen hier niet.',
    notHere: 'Wat hoort hier niet?',
    unreadableMine:
      'Deze tekst is nu niet te lezen: de sleutel ervan ontbreekt. Vraag je beheerder. Wat je hier bewaart komt ervoor in de plaats.',
    unreadableTheirs: 'Deze tekst is nu niet te lezen: de sleutel ervan ontbreekt. Vraag je beheerder.',
    ended: (day: string) =>
      `Dit duo is op ${day} beëindigd: jullie kunnen alles lezen en niets meer veranderen.`,
    notPublished: 'Van dit gesprek staat niets in een uitnodiging.',
    nothing: 'Niets geschreven.',
    shared: 'Wat is gedeeld',
    goesOn: (day: string) => `Op ${day} wordt alles van dit duo verwijderd, want de ander vroeg daarom.`,
  },
  en: {
    special: 'No data about health, religion, origin or other sensitive matters: they do not belong here.',
    notHere: 'What does not belong here?',
    unreadableMine:
      'This text cannot be read now: its key is missing. Ask your admin. What you save here replaces it.',
    unreadableTheirs: 'This text cannot be read now: its key is missing. Ask your admin.',
    ended: (day: string) => `This pair ended on ${day}: both of you can read everything and change nothing.`,
    notPublished: 'Nothing of this talk is in an invite.',
    nothing: 'Nothing was written.',
    shared: 'What was shared',
    goesOn: (day: string) => `On ${day} everything of this pair is deleted, because the other asked for it.`,
  },
}
