/** What becomes visible to whom, and what became of the section in the invite. */
export const sharing = {
  nl: {
    superseded: 'Afgerond; jullie latere gesprek staat nu in de uitnodiging.',
    handEdited: 'Iemand heeft het stuk in de uitnodiging zelf aangepast. Groei laat het zo.',
    overEdited: 'Ook vervangen wat in de uitnodiging is aangepast',
    overEditedHint: 'Anders blijft het stuk in de uitnodiging zoals het is, ook als je opnieuw deelt.',
    readers: {
      title: 'Wie kan dit lezen?',
      reading: 'Je agenda wordt gelezen…',
      into: (subject: string, when: string) => `Het komt in de uitnodiging van ${when} (${subject}).`,
      none: 'Er is nog geen volgend gesprek. Het komt in de uitnodiging zodra dat er is.',
      waitsFor: (name: string) =>
        `Niemand nu nog: er komt niets in de uitnodiging voordat ${name} Groei één keer heeft geopend. Zo weet Groei dat het adres van één persoon is, en niet van een groep. Daarna lezen het:`,
      both: 'Jullie allebei, in de uitnodiging.',
      rooms: (names: string) =>
        `Ook uitgenodigd: ${names}. De instellingen daarvan bepalen of de tekst in die agenda te lezen is, ook bij een privégesprek.`,
      colleagues: (name: string) =>
        `Collega’s die de details in de agenda van een van jullie mogen zien. ${name} kan het gesprek privé maken.`,
      mayHide: 'Collega’s die de details in de agenda van een van jullie mogen zien.',
      willHide:
        'Het gesprek wordt privé gemaakt: collega’s zien dan alleen dat jullie bezet zijn. Een gemachtigde kan meer zien.',
      hidden:
        'Het gesprek is privé: collega’s zien alleen dat jullie bezet zijn. Een gemachtigde kan meer zien.',
      unknown:
        'Je agenda kon niet worden gelezen. Jullie lezen dit allebei in de uitnodiging, en collega’s die jullie agenda’s mogen inzien misschien ook. Afronden kan gewoon.',
    },
    makePrivate: 'Maak onze gesprekken privé in de agenda',
    makePrivateHint:
      'Geldt voor de hele reeks en voor wat je later plant. De ander krijgt bericht van de wijziging. Zet je het uit, dan blijft privé wat al privé is.',
    standing: {
      'others-invited': {
        title: 'Dit is nu geen 1-op-1',
        detail:
          'Er is iemand anders uitgenodigd. Alles wat jullie schreven blijft, en er wordt niets gedeeld. Is het weer met zijn tweeën, dan gaat het verder.',
      },
      'not-of-two': {
        title: 'Dit is nu geen gesprek van jullie tweeën',
        detail:
          'De ander is niet uitgenodigd, het duurt de hele dag, of wie er is uitgenodigd is verborgen. Alles wat jullie schreven blijft, en er wordt niets gedeeld. Is het weer met zijn tweeën, dan gaat het verder.',
      },
      cancelled: {
        title: 'Dit gesprek gaat niet door',
        detail: 'Het is afgezegd of verwijderd. Alles wat jullie schreven blijft hier staan.',
      },
    },
  },
  en: {
    superseded: 'Finished; your later conversation is in the invite now.',
    handEdited: 'Somebody edited the section in the invite. Groei leaves it as it is.',
    overEdited: 'Also replace what was edited in the invite',
    overEditedHint: 'Else the section in the invite stays as it is, also when you share again.',
    readers: {
      title: 'Who can read this?',
      reading: 'Reading your calendar…',
      into: (subject: string, when: string) => `It goes into the invite of ${when} (${subject}).`,
      none: 'There is no next talk yet. It goes into the invite as soon as there is one.',
      waitsFor: (name: string) =>
        `Nobody yet: nothing goes into the invite before ${name} has opened Groei once. That tells Groei that the address is one person’s, and not a group’s. After that it is read by:`,
      both: 'Both of you, in the invite.',
      rooms: (names: string) =>
        `Also invited: ${names}. Its settings decide whether the text can be read in that calendar, even of a private talk.`,
      colleagues: (name: string) =>
        `Colleagues who may see details in the calendar of either of you. ${name} can make the talk private.`,
      mayHide: 'Colleagues who may see details in the calendar of either of you.',
      willHide:
        'The talk is being made private: colleagues then see only that you are busy. A delegate may see more.',
      hidden: 'The talk is private: colleagues see only that you are busy. A delegate may see more.',
      unknown:
        'Your calendar could not be read. Both of you read this in the invite, and colleagues who may look into your calendars perhaps too. You can finish all the same.',
    },
    makePrivate: 'Make our talks private in the calendar',
    makePrivateHint:
      'Goes for the whole series and for what you plan later. The other is told of the change. Switched off, what is private already stays private.',
    standing: {
      'others-invited': {
        title: 'This is not a 1-on-1 now',
        detail:
          'Somebody else was invited. All that you wrote stays, and nothing is shared. When it is the two of you again, it goes on.',
      },
      'not-of-two': {
        title: 'This is not a talk of the two of you now',
        detail:
          'The other is not invited, it takes the whole day, or who is invited is hidden. All that you wrote stays, and nothing is shared. When it is the two of you again, it goes on.',
      },
      cancelled: {
        title: 'This talk does not take place',
        detail: 'It was cancelled or deleted. All that you wrote stays here.',
      },
    },
  },
}
