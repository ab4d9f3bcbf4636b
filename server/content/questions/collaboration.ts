import { about } from './writing.ts'

const { open, scale } = about('collaboration')

/** Working together, feedback, and a clear frame. */
export const collaboration = [
  open('prepare-other', 'middle', ['preparation'], {
    nl: ['Wat heeft de ander van jou nodig om verder te kunnen?', 'Om ook van de andere kant te kijken.'],
    en: [
      'What does the other person need from you to move forward?',
      'To look at it from the other side too.',
    ],
  }),
  open('will-help', 'light', ['will'], {
    nl: ['Wat heb je van mij nodig, en wat juist niet?', 'Om steun af te spreken.'],
    en: ['What do you need from me, and what do you not need?', 'To agree on support.'],
  }),
  open('together-best', 'light', ['preparation', 'check-in'], {
    nl: ['Bij welk werk ben je op je best?', 'Om elkaar te leren kennen.'],
    en: ['What kind of work brings out the best in you?', 'To get to know each other.'],
  }),
  open('together-way', 'light', ['preparation', 'goal'], {
    nl: ['Wat moet ik weten om goed met je samen te werken?', 'Aan het begin van een samenwerking.'],
    en: ['What should I know to work well with you?', 'When you start working together.'],
  }),
  open('together-expect', 'middle', ['goal', 'focus'], {
    nl: [
      'Wat verwacht je van mij, en wat mag ik van jou verwachten?',
      'Om stille verwachtingen uit te spreken.',
    ],
    en: [
      'What do you expect from me, and what can I expect from you?',
      'To say silent expectations out loud.',
    ],
  }),
  open('together-say', 'middle', ['goal', 'options'], {
    nl: ['Hoe wil je het van mij horen als iets beter kan?', 'Voordat het nodig is.'],
    en: ['How would you like me to tell you when something could be better?', 'Before it is needed.'],
  }),
  open('together-strain', 'middle', ['goal', 'blockers'], {
    nl: ['Waaraan kan ik merken dat het je te veel wordt?', 'Om op tijd te kunnen helpen.'],
    en: ['How can I tell when things are getting too much for you?', 'To be able to help in time.'],
  }),
  open('together-need', 'light', ['blockers', 'options'], {
    nl: ['Wie kan je hierbij helpen, en wat vraag je dan?', 'Als iemand alles alleen wil doen.'],
    en: [
      'Who could help you with this, and what would you ask?',
      'When somebody wants to do everything alone.',
    ],
  }),
  open('together-unsaid', 'deep', ['reflection', 'blockers'], {
    nl: ['Wat hebben wij tweeën nog niet tegen elkaar gezegd?', 'Als er iets tussen jullie in staat.'],
    en: ['What have the two of us not yet said to each other?', 'When something stands between you.'],
  }),
  scale('together-trust', 'deep', ['reflection', 'check-in'], {
    nl: ['Hoe vrij voel je je om hier alles te zeggen, van 1 tot 10?', 'Om te horen of het veilig voelt.'],
    en: ['How free do you feel to say anything here, from 1 to 10?', 'To hear if it feels safe.'],
  }),
  open('together-thanks', 'light', ['reflection', 'check-in'], {
    nl: ['Wie verdient er een bedankje van je, en waarvoor?', 'Om waardering hardop te zeggen.'],
    en: ['Who deserves your thanks, and for what?', 'To show appreciation out loud.'],
  }),

  open('reality-behaviour', 'middle', ['reality'], {
    nl: ['Wat was de situatie, wat deed iemand, en welk effect had dat?', 'In plaats van een etiket.'],
    en: ['What was the situation, what did somebody do, and what was the effect?', 'Instead of a label.'],
  }),
  open('feedback-saw', 'light', ['reality'], {
    nl: ['Wat zag of hoorde je precies?', 'Om bij één moment te blijven.'],
    en: ['What exactly did you see or hear?', 'To stay with one moment.'],
  }),
  open('feedback-effect', 'middle', ['reality'], {
    nl: [
      'Wat was het gevolg voor jou, voor het werk of voor anderen?',
      'Om te zeggen waarom het ertoe doet.',
    ],
    en: ['What was the effect on you, on the work or on others?', 'To say why it matters.'],
  }),
  open('feedback-side', 'middle', ['reality', 'reflection'], {
    nl: ['Hoe heb jij dat moment beleefd?', 'Om de andere kant te horen.'],
    en: ['How was that moment for you?', 'To hear the other side.'],
  }),
  open('feedback-lands', 'deep', ['reality', 'reflection'], {
    nl: ['Hoe komt dit bij je binnen?', 'Nadat je iets lastigs zei.'],
    en: ['How does this land with you?', 'After you have said something difficult.'],
  }),
  open('feedback-wish', 'light', ['options', 'goal'], {
    nl: ['Wat zou je de volgende keer graag zien?', 'Om van klacht naar wens te gaan.'],
    en: ['What would you like to see next time?', 'To turn a complaint into a wish.'],
  }),

  open('steer-clear', 'light', ['focus', 'reality'], {
    nl: ['Wat is er nu duidelijk, en wat nog niet?', 'Nadat je het kader hebt genoemd.'],
    en: ['What is clear now, and what is not clear yet?', 'After you have set the boundaries.'],
  }),
  open('steer-words', 'middle', ['focus', 'reality'], {
    nl: ['Wat moet er nu gebeuren, in je eigen woorden?', 'Om te weten of jullie hetzelfde bedoelen.'],
    en: ['In your own words, what has to be done now?', 'To check that you both mean the same.'],
  }),
  open('steer-room', 'middle', ['options'], {
    nl: ['Wat kun je hierbinnen zelf bepalen?', 'Om ruimte te geven binnen het kader.'],
    en: ['Within this, what can you decide for yourself?', 'To give room within the boundaries.'],
  }),
  open('steer-need', 'light', ['will', 'options'], {
    nl: ['Wat heb je vandaag nodig om dit goed en veilig te doen?', 'Om niets aan toeval over te laten.'],
    en: ['What do you need today to do this well and safely?', 'To leave nothing to chance.'],
  }),
  open('steer-check', 'light', ['will', 'commitments'], {
    nl: ['Wanneer kijken we samen of het gelukt is?', 'Om een vast moment af te spreken.'],
    en: ['When will we check together if it worked?', 'To agree on a fixed moment.'],
  }),
]
