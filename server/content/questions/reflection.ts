import { about } from './writing.ts'

const { open, scale } = about('reflection')

/** Looking back, and what was learned. */
export const reflection = [
  open('prepare-progress', 'light', ['preparation', 'reflection'], {
    nl: [
      'Wat lukt je nu beter dan toen jullie elkaar de vorige keer spraken?',
      'Om met wat groeit te beginnen.',
    ],
    en: [
      'What are you better at now than when the two of you last talked?',
      'To start with what is growing.',
    ],
  }),
  open('follow-surprise', 'light', ['follow-up', 'reflection'], {
    nl: ['Wat verraste je toen je het deed?', 'Om te horen wat je niet had bedacht.'],
    en: ['What surprised you when you did it?', 'To hear what you did not expect.'],
  }),
  open('follow-easier', 'light', ['follow-up'], {
    nl: ['Wat ging makkelijker dan je dacht?', 'Om te zien wat je al kunt.'],
    en: ['What was easier than you thought?', 'To see what you can already do.'],
  }),
  open('follow-effect', 'middle', ['follow-up'], {
    nl: ['Wat merkten anderen ervan?', 'Om het effect zichtbaar te maken.'],
    en: ['What did others notice about it?', 'To make the effect visible.'],
  }),
  open('reflect-new', 'light', ['reflection', 'follow-up'], {
    nl: ['Wat weet je nu dat je toen nog niet wist?', 'Om van doen naar leren te gaan.'],
    en: ['What do you know now that you did not know then?', 'To move from doing to learning.'],
  }),
  open('reflect-again', 'light', ['reflection', 'follow-up'], {
    nl: ['Wat wil je de volgende keer precies zo doen?', 'Om vast te houden wat werkt.'],
    en: ['What would you do exactly the same next time?', 'To keep what works.'],
  }),
  open('reflect-best', 'light', ['reflection', 'preparation'], {
    nl: ['Wat is je in deze periode het best gelukt?', 'Aan het begin van een terugblik.'],
    en: ['What went best for you in this period?', 'At the start of a look back.'],
  }),
  open('reflect-helped', 'light', ['reflection'], {
    nl: ['Wie of wat heeft je het meest geholpen?', 'Om te weten welke steun telt.'],
    en: ['Who or what helped you most?', 'To know which support matters.'],
  }),
  open('reflect-strength', 'middle', ['reflection'], {
    nl: ['Welke sterke kant heb je vaker gebruikt dan eerst?', 'Om groei een naam te geven.'],
    en: ['Which of your strengths have you used more than before?', 'To give growth a name.'],
  }),
  open('reflect-different', 'middle', ['reflection'], {
    nl: ['Wat zou je anders aanpakken als je opnieuw mocht beginnen?', 'Om zonder spijt te leren.'],
    en: ['What would you do differently if you could start over?', 'To learn without regret.'],
  }),
  open('reflect-others', 'middle', ['reflection'], {
    nl: ['Wat zouden collega’s zeggen dat er bij jou veranderd is?', 'Om met andere ogen te kijken.'],
    en: ['What would colleagues say has changed about you?', 'To look through other eyes.'],
  }),
  scale('reflect-scale', 'middle', ['reflection'], {
    nl: [
      'Hoe ver ben je met wat je wilde leren, van 1 tot 10, en waaraan merk je dat?',
      'Om groei samen te wegen.',
    ],
    en: [
      'How far have you got with what you wanted to learn, from 1 to 10, and how can you tell?',
      'To weigh growth together.',
    ],
  }),
  open('reflect-turn', 'deep', ['reflection'], {
    nl: ['Welk moment heeft je kijk op je werk veranderd?', 'Om bij een keerpunt stil te staan.'],
    en: ['Which moment changed the way you look at your work?', 'To pause at a turning point.'],
  }),
  open('reflect-pattern', 'deep', ['reflection', 'blockers'], {
    nl: ['Wat zie je steeds terug, als het lukt en als het niet lukt?', 'Om een patroon te vinden.'],
    en: ['What do you see again and again, both when it works and when it does not?', 'To find a pattern.'],
  }),
  open('reflect-ahead', 'deep', ['reflection', 'goal'], {
    nl: [
      'Wat wil je over een halfjaar vaker doen, en wat minder?',
      'Om van terugkijken naar vooruitkijken te gaan.',
    ],
    en: [
      'In six months, what do you want to do more of, and what less of?',
      'To turn from looking back to looking ahead.',
    ],
  }),
]
