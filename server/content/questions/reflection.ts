import { about } from './writing.ts'

const { open, scale } = about('reflection')

/** Looking back, and what was learned. */
export const reflection = [
  open('prepare-progress', 'light', ['preparation', 'reflection'], {
    text: {
      nl: 'Wat lukt je nu beter dan toen jullie elkaar de vorige keer spraken?',
      en: 'What are you better at now than when the two of you last talked?',
    },
    purpose: { nl: 'Om met wat groeit te beginnen.', en: 'To start with what is growing.' },
  }),
  open('follow-surprise', 'light', ['follow-up', 'reflection'], {
    text: { nl: 'Wat verraste je toen je het deed?', en: 'What surprised you when you did it?' },
    purpose: { nl: 'Om te horen wat je niet had bedacht.', en: 'To hear what you did not expect.' },
  }),
  open('follow-easier', 'light', ['follow-up'], {
    text: { nl: 'Wat ging makkelijker dan je dacht?', en: 'What was easier than you thought?' },
    purpose: { nl: 'Om te zien wat je al kunt.', en: 'To see what you can already do.' },
  }),
  open('follow-effect', 'middle', ['follow-up'], {
    text: { nl: 'Wat merkten anderen ervan?', en: 'What did others notice about it?' },
    purpose: { nl: 'Om het effect zichtbaar te maken.', en: 'To make the effect visible.' },
  }),
  open('reflect-new', 'light', ['reflection', 'follow-up'], {
    text: {
      nl: 'Wat weet je nu dat je toen nog niet wist?',
      en: 'What do you know now that you did not know then?',
    },
    purpose: { nl: 'Om van doen naar leren te gaan.', en: 'To move from doing to learning.' },
  }),
  open('reflect-again', 'light', ['reflection', 'follow-up'], {
    text: {
      nl: 'Wat wil je de volgende keer precies zo doen?',
      en: 'What would you do exactly the same next time?',
    },
    purpose: { nl: 'Om vast te houden wat werkt.', en: 'To keep what works.' },
  }),
  open('reflect-best', 'light', ['reflection', 'preparation'], {
    text: {
      nl: 'Wat is je in deze periode het best gelukt?',
      en: 'What went best for you in this period?',
    },
    purpose: { nl: 'Aan het begin van een terugblik.', en: 'At the start of a look back.' },
  }),
  open('reflect-helped', 'light', ['reflection'], {
    text: { nl: 'Wie of wat heeft je het meest geholpen?', en: 'Who or what helped you most?' },
    purpose: { nl: 'Om te weten welke steun telt.', en: 'To know which support matters.' },
  }),
  open('reflect-strength', 'middle', ['reflection'], {
    text: {
      nl: 'Welke sterke kant heb je vaker gebruikt dan eerst?',
      en: 'Which of your strengths have you used more than before?',
    },
    purpose: { nl: 'Om groei een naam te geven.', en: 'To give growth a name.' },
  }),
  open('reflect-different', 'middle', ['reflection'], {
    text: {
      nl: 'Wat zou je anders aanpakken als je opnieuw mocht beginnen?',
      en: 'What would you do differently if you could start over?',
    },
    purpose: { nl: 'Om zonder spijt te leren.', en: 'To learn without regret.' },
  }),
  open('reflect-others', 'middle', ['reflection'], {
    text: {
      nl: 'Wat zouden collega’s zeggen dat er bij jou veranderd is?',
      en: 'What would colleagues say has changed about you?',
    },
    purpose: { nl: 'Om met andere ogen te kijken.', en: 'To look through other eyes.' },
  }),
  scale('reflect-scale', 'middle', ['reflection'], {
    text: {
      nl: 'Hoe ver ben je met wat je wilde leren, van 1 tot 10, en waaraan merk je dat?',
      en: 'How far have you got with what you wanted to learn, from 1 to 10, and how can you tell?',
    },
    purpose: { nl: 'Om groei samen te wegen.', en: 'To weigh growth together.' },
  }),
  open('reflect-turn', 'deep', ['reflection'], {
    text: {
      nl: 'Welk moment heeft je kijk op je werk veranderd?',
      en: 'Which moment changed the way you look at your work?',
    },
    purpose: { nl: 'Om bij een keerpunt stil te staan.', en: 'To pause at a turning point.' },
  }),
  open('reflect-pattern', 'deep', ['reflection', 'blockers'], {
    text: {
      nl: 'Wat zie je steeds terug, als het lukt en als het niet lukt?',
      en: 'What do you see again and again, both when it works and when it does not?',
    },
    purpose: { nl: 'Om een patroon te vinden.', en: 'To find a pattern.' },
  }),
  open('reflect-ahead', 'deep', ['reflection', 'goal'], {
    text: {
      nl: 'Wat wil je over een halfjaar vaker doen, en wat minder?',
      en: 'In six months, what do you want to do more of, and what less of?',
    },
    purpose: {
      nl: 'Om van terugkijken naar vooruitkijken te gaan.',
      en: 'To turn from looking back to looking ahead.',
    },
  }),
]
