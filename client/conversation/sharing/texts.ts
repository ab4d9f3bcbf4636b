import { bilingual } from '../../../server/contract/bilingual.ts'

/** Sharing: what becomes visible to whom, and what became of the section in the invite. */
export const sharingTexts = bilingual({
  nl: {
    preview: 'Voorbeeld van wat wordt gedeeld',
    commitments: 'Afspraken',
    into: (day: string) => `Dit komt in de uitnodiging van ${day}`,
    intoNext: 'Dit komt in de volgende uitnodiging',
    readAll: 'Alles lezen',
    unsaid: (count: number) => `Nog niets gezegd over ${count === 1 ? '1 afspraak' : `${count} afspraken`}`,
    withSummary: 'Met samenvatting',
    who: 'Wie leest dit?',
    stays: (steps: string) => `${steps} gaat niet mee.`,
    reminds: (name: string, day: string) => `Groei herinnert ${name} rond ${day}`,
    change: 'Iets veranderen',
    now: { open: 'loopt nog', done: 'gedaan', dropped: 'vervallen' },
    lookBack: 'Terugkijken',
    shared: 'Wat is gedeeld',
    followedUp: 'Opgevolgd',
    number: (question: string, mine: number, name: string, theirs: number) =>
      `${question} Jij ${mine}, ${name} ${theirs}.`,
    notes: 'Notities lezen',
    reading: 'De samenvatting wordt geladen…',
    unsent: 'Nog niet alles wat je typte is aangekomen. De samenvatting volgt zodra er weer verbinding is.',
    empty: 'Er is nog niets om te delen: schrijf een notitie of maak een afspraak.',
    button: 'Delen en afronden',
    changed: 'Er is net nog iets veranderd. Lees het nog eens na.',
    inInvite: 'Het staat in de uitnodiging',
    published: (subject: string, when: string) => `Staat in de uitnodiging van ${when} (${subject}).`,
    behind: 'Afgerond, maar de uitnodiging is nog niet bijgewerkt',
    target: (subject: string, when: string) => `Bestemd voor ${when} (${subject}).`,
    done: 'Gesprek afgerond',
    commitmentsOnly: 'In jullie organisatie komen alleen afspraken in de uitnodiging, geen samenvatting.',
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
        `Nu nog niemand: er komt niets in de uitnodiging totdat ${name} Groei één keer heeft geopend. Dan weet Groei dat het adres van één persoon is, en niet van een groep. Daarna kunnen dit lezen:`,
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
        'Je agenda kon niet worden gelezen. Jullie kunnen dit allebei lezen in de uitnodiging, en collega’s die jullie agenda’s mogen zien misschien ook. Je kunt gewoon afronden.',
    },
    makePrivate: 'Maak onze gesprekken privé in de agenda',
    makePrivateHint:
      'Geldt voor de hele reeks en voor wat je later plant. De ander krijgt bericht van de wijziging. Zet je het uit, dan blijft privé wat al privé is.',
  },
  en: {
    preview: 'Preview of what will be shared',
    commitments: 'Commitments',
    into: (day) => `This goes into the invite for ${day}`,
    intoNext: 'This goes into the next invite',
    readAll: 'Read all',
    unsaid: (count) => `Nothing said yet about ${count === 1 ? '1 commitment' : `${count} commitments`}`,
    withSummary: 'With summary',
    who: 'Who reads this?',
    stays: (steps) => `${steps} stays out of it.`,
    reminds: (name, day) => `Groei reminds ${name} around ${day}`,
    change: 'Change something',
    now: { open: 'still going on', done: 'done', dropped: 'dropped' },
    lookBack: 'Look back',
    shared: 'What was shared',
    followedUp: 'Followed up',
    number: (question, mine, name, theirs) => `${question} You ${mine}, ${name} ${theirs}.`,
    notes: 'Read the notes',
    reading: 'Loading the summary…',
    unsent: 'Not everything you typed has arrived yet. The summary follows when you are back online.',
    empty: 'There is nothing to share yet: write a note or make a commitment.',
    button: 'Share and finish',
    changed: 'Something has just changed. Read it once more.',
    inInvite: 'It is in the invite',
    published: (subject, when) => `It is in the invite for ${when} (${subject}).`,
    behind: 'Finished, but the invite is not up to date yet',
    target: (subject, when) => `Meant for ${when} (${subject}).`,
    done: 'Conversation finished',
    commitmentsOnly: 'In your organisation only commitments go into the invite, and no summary.',
    superseded: 'Finished; your later conversation is in the invite now.',
    handEdited: 'Somebody edited the section in the invite. Groei leaves it as it is.',
    overEdited: 'Also replace what was edited in the invite',
    overEditedHint: 'Otherwise the section in the invite stays as it is, even when you share again.',
    readers: {
      title: 'Who can read this?',
      reading: 'Reading your calendar…',
      into: (subject, when) => `It goes into the invite for ${when} (${subject}).`,
      none: 'There is no next conversation yet. It goes into the invite as soon as there is one.',
      waitsFor: (name) =>
        `Nobody yet: nothing goes into the invite until ${name} has opened Groei once. That tells Groei that the address belongs to one person, and not to a group. After that it can be read by:`,
      both: 'Both of you, in the invite.',
      rooms: (names) =>
        `Also invited: ${names}. Their settings decide whether the text can be read in that calendar, even if the conversation is private.`,
      colleagues: (name) =>
        `Colleagues who can see details in either of your calendars. ${name} can make the conversation private.`,
      mayHide: 'Colleagues who can see details in either of your calendars.',
      willHide:
        'The conversation will be private: colleagues then only see that you are busy. A delegate may see more.',
      hidden: 'The conversation is private: colleagues only see that you are busy. A delegate may see more.',
      unknown:
        'Your calendar could not be read. Both of you can read this in the invite, and perhaps colleagues who can see your calendars. You can still finish.',
    },
    makePrivate: 'Make our conversations private in the calendar',
    makePrivateHint:
      'Applies to the whole series and to what you plan later. The other person is told about the change. If you switch it off, what is already private stays private.',
  },
})

/** A conversation that is not of the two alone. */
export const eligibilityTexts = bilingual({
  nl: {
    'others-invited': {
      title: 'Dit is nu geen 1-op-1',
      detail:
        'Er is iemand anders uitgenodigd. Alles wat jullie schreven blijft, en er wordt niets gedeeld. Zijn jullie weer met z’n tweeën, dan gaat het verder.',
    },
    'not-of-two': {
      title: 'Dit is nu geen gesprek van jullie tweeën',
      detail:
        'De ander is niet uitgenodigd, het duurt de hele dag, of de lijst met genodigden is verborgen. Alles wat jullie schreven blijft, en er wordt niets gedeeld. Zijn jullie weer met z’n tweeën, dan gaat het verder.',
    },
    cancelled: {
      title: 'Dit gesprek gaat niet door',
      detail: 'Het is afgezegd of verwijderd. Alles wat jullie schreven blijft hier staan.',
    },
  },
  en: {
    'others-invited': {
      title: 'This is not a 1-on-1 now',
      detail:
        'Somebody else was invited. Everything you wrote stays, and nothing is shared. When it is just the two of you again, it continues.',
    },
    'not-of-two': {
      title: 'This is not a conversation of the two of you now',
      detail:
        'The other person is not invited, it lasts all day, or the guest list is hidden. Everything you wrote stays, and nothing is shared. When it is just the two of you again, it continues.',
    },
    cancelled: {
      title: 'This conversation is not going ahead',
      detail: 'It was cancelled or deleted. Everything you wrote stays here.',
    },
  },
})
