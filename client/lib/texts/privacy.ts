/** What is said where people write: what does not belong there, what cannot be read, what has ended. */
export const privacy = {
  nl: {
    special: 'Niets over gezondheid, geloof, afkomst of andere gevoelige zaken: dat hoort hier niet.',
    notHere: 'Wat hoort hier niet?',
    unreadableMine:
      'Deze tekst is nu niet te lezen: de sleutel ontbreekt. Vraag je beheerder om hulp. Wat je hier bewaart komt ervoor in de plaats.',
    unreadableTheirs: 'Deze tekst is nu niet te lezen: de sleutel ontbreekt. Vraag je beheerder om hulp.',
    ended: (day: string) =>
      `Dit duo is op ${day} beëindigd: jullie kunnen alles lezen, maar niets meer veranderen.`,
    notPublished: 'Van dit gesprek staat niets in een uitnodiging.',
    nothing: 'Niets geschreven.',
    shared: 'Wat is gedeeld',
    goesOn: (day: string) => `Op ${day} wordt alles van dit duo verwijderd, want de ander vroeg daarom.`,
  },
  en: {
    special: 'Nothing about health, religion, origin or other sensitive matters: that does not belong here.',
    notHere: 'What does not belong here?',
    unreadableMine:
      'This text cannot be read now: its key is missing. Ask your admin for help. What you save here replaces it.',
    unreadableTheirs: 'This text cannot be read now: its key is missing. Ask your admin for help.',
    ended: (day: string) =>
      `This pair ended on ${day}: you can both read everything, but no longer change anything.`,
    notPublished: 'Nothing from this conversation is in an invite.',
    nothing: 'Nothing was written.',
    shared: 'What was shared',
    goesOn: (day: string) =>
      `On ${day} all data of this pair will be deleted, because the other person asked for it.`,
  },
}
