import { about } from './writing.ts'

const { open, scale } = about('collaboration')

/** Working together, feedback, and a clear frame. */
export const collaboration = [
  open('prepare-other', 'middle', ['preparation'], {
    text: {
      nl: 'Wat heeft de ander van jou nodig om verder te kunnen?',
      en: 'What does the other person need from you to move forward?',
    },
    purpose: { nl: 'Om ook van de andere kant te kijken.', en: 'To look at it from the other side too.' },
  }),
  open('will-help', 'light', ['will'], {
    text: {
      nl: 'Wat heb je van mij nodig, en wat juist niet?',
      en: 'What do you need from me, and what do you not need?',
    },
    purpose: { nl: 'Om steun af te spreken.', en: 'To agree on support.' },
  }),
  open('together-best', 'light', ['preparation', 'check-in'], {
    text: {
      nl: 'Bij welk werk ben je op je best?',
      en: 'What kind of work brings out the best in you?',
    },
    purpose: { nl: 'Om elkaar te leren kennen.', en: 'To get to know each other.' },
  }),
  open('together-way', 'light', ['preparation', 'goal'], {
    text: {
      nl: 'Wat moet ik weten om goed met je samen te werken?',
      en: 'What should I know to work well with you?',
    },
    purpose: { nl: 'Aan het begin van een samenwerking.', en: 'When you start working together.' },
  }),
  open('together-expect', 'middle', ['goal', 'focus'], {
    text: {
      nl: 'Wat verwacht je van mij, en wat mag ik van jou verwachten?',
      en: 'What do you expect from me, and what can I expect from you?',
    },
    purpose: { nl: 'Om stille verwachtingen uit te spreken.', en: 'To say silent expectations out loud.' },
  }),
  open('together-say', 'middle', ['goal', 'options'], {
    text: {
      nl: 'Hoe wil je het van mij horen als iets beter kan?',
      en: 'How would you like me to tell you when something could be better?',
    },
    purpose: { nl: 'Voordat het nodig is.', en: 'Before it is needed.' },
  }),
  open('together-strain', 'middle', ['goal', 'blockers'], {
    text: {
      nl: 'Waaraan kan ik merken dat het je te veel wordt?',
      en: 'How can I tell when things are getting too much for you?',
    },
    purpose: { nl: 'Om op tijd te kunnen helpen.', en: 'To be able to help in time.' },
  }),
  open('together-need', 'light', ['blockers', 'options'], {
    text: {
      nl: 'Wie kan je hierbij helpen, en wat vraag je dan?',
      en: 'Who could help you with this, and what would you ask?',
    },
    purpose: { nl: 'Als iemand alles alleen wil doen.', en: 'When somebody wants to do everything alone.' },
  }),
  open('together-unsaid', 'deep', ['reflection', 'blockers'], {
    text: {
      nl: 'Wat hebben wij tweeën nog niet tegen elkaar gezegd?',
      en: 'What have the two of us not yet said to each other?',
    },
    purpose: { nl: 'Als er iets tussen jullie in staat.', en: 'When something stands between you.' },
  }),
  scale('together-trust', 'deep', ['reflection', 'check-in'], {
    text: {
      nl: 'Hoe vrij voel je je om hier alles te zeggen, van 1 tot 10?',
      en: 'How free do you feel to say anything here, from 1 to 10?',
    },
    purpose: { nl: 'Om te horen of het veilig voelt.', en: 'To hear if it feels safe.' },
  }),
  open('together-thanks', 'light', ['reflection', 'check-in'], {
    text: {
      nl: 'Wie verdient er een bedankje van je, en waarvoor?',
      en: 'Who deserves your thanks, and for what?',
    },
    purpose: { nl: 'Om waardering hardop te zeggen.', en: 'To show appreciation out loud.' },
  }),

  open('reality-behaviour', 'middle', ['reality'], {
    text: {
      nl: 'Wat was de situatie, wat deed iemand, en welk effect had dat?',
      en: 'What was the situation, what did somebody do, and what was the effect?',
    },
    purpose: { nl: 'In plaats van een etiket.', en: 'Instead of a label.' },
  }),
  open('feedback-saw', 'light', ['reality'], {
    text: { nl: 'Wat zag of hoorde je precies?', en: 'What exactly did you see or hear?' },
    purpose: { nl: 'Om bij één moment te blijven.', en: 'To stay with one moment.' },
  }),
  open('feedback-effect', 'middle', ['reality'], {
    text: {
      nl: 'Wat was het gevolg voor jou, voor het werk of voor anderen?',
      en: 'What was the effect on you, on the work or on others?',
    },
    purpose: { nl: 'Om te zeggen waarom het ertoe doet.', en: 'To say why it matters.' },
  }),
  open('feedback-side', 'middle', ['reality', 'reflection'], {
    text: { nl: 'Hoe heb jij dat moment beleefd?', en: 'How was that moment for you?' },
    purpose: { nl: 'Om de andere kant te horen.', en: 'To hear the other side.' },
  }),
  open('feedback-lands', 'deep', ['reality', 'reflection'], {
    text: { nl: 'Hoe komt dit bij je binnen?', en: 'How does this land with you?' },
    purpose: { nl: 'Nadat je iets lastigs zei.', en: 'After you have said something difficult.' },
  }),
  open('feedback-wish', 'light', ['options', 'goal'], {
    text: {
      nl: 'Wat zou je de volgende keer graag zien?',
      en: 'What would you like to see next time?',
    },
    purpose: { nl: 'Om van klacht naar wens te gaan.', en: 'To turn a complaint into a wish.' },
  }),

  open('steer-clear', 'light', ['focus', 'reality'], {
    text: {
      nl: 'Wat is er nu duidelijk, en wat nog niet?',
      en: 'What is clear now, and what is not clear yet?',
    },
    purpose: { nl: 'Nadat je het kader hebt genoemd.', en: 'After you have set the boundaries.' },
  }),
  open('steer-words', 'middle', ['focus', 'reality'], {
    text: {
      nl: 'Wat moet er nu gebeuren, in je eigen woorden?',
      en: 'In your own words, what has to be done now?',
    },
    purpose: { nl: 'Om te weten of jullie hetzelfde bedoelen.', en: 'To check that you both mean the same.' },
  }),
  open('steer-room', 'middle', ['options'], {
    text: {
      nl: 'Wat kun je hierbinnen zelf bepalen?',
      en: 'Within this, what can you decide for yourself?',
    },
    purpose: { nl: 'Om ruimte te geven binnen het kader.', en: 'To give room within the boundaries.' },
  }),
  open('steer-need', 'light', ['will', 'options'], {
    text: {
      nl: 'Wat heb je vandaag nodig om dit goed en veilig te doen?',
      en: 'What do you need today to do this well and safely?',
    },
    purpose: { nl: 'Om niets aan toeval over te laten.', en: 'To leave nothing to chance.' },
  }),
  open('steer-check', 'light', ['will', 'commitments'], {
    text: {
      nl: 'Wanneer kijken we samen of het gelukt is?',
      en: 'When will we check together if it worked?',
    },
    purpose: { nl: 'Om een vast moment af te spreken.', en: 'To agree on a fixed moment.' },
  }),
]
