/** What becomes visible to whom, and what became of the section in the invite. */
export const sharing = {
  nl: {
    superseded: 'Afgerond; jullie latere gesprek staat nu in de uitnodiging.',
    handEdited: 'Iemand heeft het stuk in de uitnodiging zelf aangepast. Groei laat het zo.',
    overEdited: 'Ook vervangen wat in de uitnodiging is aangepast',
    readers: {
      title: 'Wie kan dit lezen?',
      into: (subject: string, when: string) => `Het komt in de uitnodiging van ${when} (${subject}).`,
      both: 'Jullie allebei, in de uitnodiging.',
      colleagues: (name: string) =>
        `Collega’s die de details in de agenda van een van jullie mogen zien. ${name} kan het gesprek privé maken.`,
      mayHide: 'Collega’s die de details in de agenda van een van jullie mogen zien.',
      hidden:
        'Het gesprek is privé: collega’s zien alleen dat jullie bezet zijn. Een gemachtigde kan meer zien.',
      none: 'Er is nog geen volgend gesprek. Het komt in de uitnodiging zodra dat er is.',
      unknown:
        'De agenda kon niet worden gelezen. Jullie lezen dit allebei in de uitnodiging, en collega’s die jullie agenda’s mogen inzien ook.',
    },
    makePrivate: 'Maak onze gesprekken privé in de agenda',
    makePrivateHint:
      'Geldt voor de hele reeks en voor wat je later plant. De ander krijgt een bericht over de wijziging.',
    standing: {
      'others-invited': {
        title: 'Dit is nu geen 1-op-1',
        detail:
          'Er is iemand anders uitgenodigd. Alles wat jullie schreven blijft, en er wordt niets gedeeld. Is het weer met zijn tweeën, dan gaat het verder.',
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
    readers: {
      title: 'Who can read this?',
      into: (subject: string, when: string) => `It goes into the invite of ${when} (${subject}).`,
      both: 'Both of you, in the invite.',
      colleagues: (name: string) =>
        `Colleagues who may see details in the calendar of either of you. ${name} can make the talk private.`,
      mayHide: 'Colleagues who may see details in the calendar of either of you.',
      hidden: 'The talk is private: colleagues see only that you are busy. A delegate may see more.',
      none: 'There is no next talk yet. It goes into the invite as soon as there is one.',
      unknown:
        'The calendar could not be read. Both of you read this in the invite, and so can colleagues who may look into your calendars.',
    },
    makePrivate: 'Make our talks private in the calendar',
    makePrivateHint:
      'Goes for the whole series and for what you plan later. The other is told of the change.',
    standing: {
      'others-invited': {
        title: 'This is not a 1-on-1 now',
        detail:
          'Somebody else was invited. All that you wrote stays, and nothing is shared. When it is the two of you again, it goes on.',
      },
      cancelled: {
        title: 'This talk does not take place',
        detail: 'It was cancelled or deleted. All that you wrote stays here.',
      },
    },
  },
}
