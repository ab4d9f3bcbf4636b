import { about } from './writing.ts'

const { open, scale } = about('problem')

/** Questions about the goal, the reality, the blockers and the options of a problem. */
export const problem = [
  open('prepare-stuck', 'deep', ['preparation'], {
    text: {
      nl: 'Waar loop je omheen, en wat zou er gebeuren als je het noemde?',
      en: 'What are you avoiding, and what would happen if you brought it up?',
    },
    purpose: {
      nl: 'Om het lastige niet te laten liggen.',
      en: 'So that the hard part is not left for later.',
    },
  }),

  open('goal-good', 'light', ['goal'], {
    text: {
      nl: 'Wanneer is dit gesprek voor jou geslaagd?',
      en: 'What would make this conversation a good one for you?',
    },
    purpose: { nl: 'Aan het begin.', en: 'At the start.' },
  }),
  open('goal-see', 'middle', ['goal'], {
    text: {
      nl: 'Wat zien anderen je doen als het gelukt is?',
      en: 'What will others see you doing when it has worked?',
    },
    purpose: { nl: 'Om een doel zichtbaar te maken.', en: 'To make a goal visible.' },
  }),
  open('goal-matter', 'deep', ['goal'], {
    text: {
      nl: 'Waarom is juist dit belangrijk voor je?',
      en: 'Why does this in particular matter to you?',
    },
    purpose: { nl: 'Om bij de eigen drijfveer te komen.', en: 'To get to their own reason.' },
  }),
  open('goal-day', 'light', ['goal'], {
    text: {
      nl: 'Hoe ziet een gewone dag eruit als dit is opgelost?',
      en: 'What does an ordinary day look like once this is solved?',
    },
    purpose: { nl: 'Om een doel tastbaar te maken.', en: 'To make a goal something you can picture.' },
  }),
  open('goal-enough', 'middle', ['goal', 'commitments'], {
    text: { nl: 'Wanneer is het goed genoeg?', en: 'When is it good enough?' },
    purpose: { nl: 'Als de lat erg hoog ligt.', en: 'When the bar is set very high.' },
  }),
  scale('goal-scale', 'middle', ['goal'], {
    text: {
      nl: 'Hoe graag wil je dit, van 1 tot 10, en waarom niet lager?',
      en: 'How much do you want this, from 1 to 10, and why not lower?',
    },
    purpose: { nl: 'Om te horen hoe sterk de wens is.', en: 'To hear how strong the wish is.' },
  }),

  open('reality-happens', 'light', ['reality'], {
    text: { nl: 'Wat gebeurt er precies, stap voor stap?', en: 'What exactly happens, step by step?' },
    purpose: { nl: 'Om van oordeel naar feiten te gaan.', en: 'To move from judgement to facts.' },
  }),
  open('reality-tried', 'light', ['reality'], {
    text: {
      nl: 'Wat heb je al geprobeerd, en wat leverde dat op?',
      en: 'What have you tried so far, and what came of it?',
    },
    purpose: { nl: 'Voor je iets nieuws bedenkt.', en: 'Before thinking up something new.' },
  }),
  open('reality-sure', 'middle', ['reality', 'blockers'], {
    text: {
      nl: 'Wat weet je zeker, en wat vermoed je?',
      en: 'What do you know for sure, and what are you assuming?',
    },
    purpose: { nl: 'Om aannames te vinden.', en: 'To find assumptions.' },
  }),
  open('reality-exception', 'middle', ['reality', 'blockers'], {
    text: {
      nl: 'Wanneer speelde dit even niet, en wat was er toen anders?',
      en: 'When was this not a problem for a while, and what was different then?',
    },
    purpose: { nl: 'Om te vinden wat al werkt.', en: 'To find what already works.' },
  }),
  open('reality-feel', 'deep', ['reality'], {
    text: { nl: 'Wat doet dit met je?', en: 'How does this affect you?' },
    purpose: { nl: 'Als de feiten duidelijk zijn.', en: 'Once the facts are clear.' },
  }),
  scale('reality-scale', 'middle', ['reality'], {
    text: {
      nl: 'Waar sta je nu, van 1 tot 10, en waarom is het geen 3?',
      en: 'Where are you now, from 1 to 10, and why is it not a 3?',
    },
    purpose: { nl: 'Om te zien wat er al is.', en: 'To see what is already there.' },
  }),

  open('blockers-now', 'light', ['blockers', 'follow-up'], {
    text: { nl: 'Wat houdt je op dit moment tegen?', en: 'What is holding you back right now?' },
    purpose: { nl: 'Om het belangrijkste eerst te horen.', en: 'To hear the main thing first.' },
  }),
  open('blockers-lighter', 'light', ['blockers', 'options'], {
    text: {
      nl: 'Wat zou het al een beetje lichter maken?',
      en: 'What would already make this a little lighter?',
    },
    purpose: { nl: 'Als het te groot voelt.', en: 'When it feels too big.' },
  }),
  open('blockers-again', 'middle', ['blockers', 'follow-up'], {
    text: {
      nl: 'Wat zit er in de weg, nu dit weer terugkomt?',
      en: 'What is in the way, now that this has come back again?',
    },
    purpose: {
      nl: 'Als een afspraak al een paar keer meegaat.',
      en: 'When a commitment has come back a few times.',
    },
  }),
  open('blockers-keeps', 'deep', ['blockers', 'reality'], {
    text: { nl: 'Wat maakt dat dit zo blijft?', en: 'What keeps this the way it is?' },
    purpose: { nl: 'Als oplossingen niet blijven werken.', en: 'When solutions do not last.' },
  }),

  open('options-three', 'light', ['options'], {
    text: { nl: 'Welke drie dingen zou je kunnen doen?', en: 'Which three things could you do?' },
    purpose: { nl: 'Om voorbij het eerste idee te komen.', en: 'To get past the first idea.' },
  }),
  open('options-free', 'middle', ['options'], {
    text: {
      nl: 'Wat zou je doen als niemand het raar vond?',
      en: 'What would you do if nobody thought it was odd?',
    },
    purpose: { nl: 'Als je denken vastzit.', en: 'When your thinking is stuck.' },
  }),
  open('options-worked', 'light', ['options'], {
    text: {
      nl: 'Wat hielp je eerder in een situatie als deze?',
      en: 'What helped you before in a situation like this?',
    },
    purpose: { nl: 'Om eigen ervaring te gebruiken.', en: 'To use their own experience.' },
  }),
  open('options-nothing', 'middle', ['options'], {
    text: { nl: 'Wat gebeurt er als je niets doet?', en: 'What happens if you do nothing?' },
    purpose: { nl: 'Om de urgentie te wegen.', en: 'To weigh the urgency.' },
  }),
  open('options-cost', 'deep', ['options'], {
    text: {
      nl: 'Wat kost elke optie je, en wat levert die op?',
      en: 'What does each option cost you, and what does it bring you?',
    },
    purpose: { nl: 'Om te kunnen kiezen.', en: 'To be able to choose.' },
  }),
  open('options-friend', 'light', ['options'], {
    text: {
      nl: 'Wat zou je een vriend aanraden die hiermee zit?',
      en: 'What would you tell a friend in this situation?',
    },
    purpose: { nl: 'Om met meer afstand te kijken.', en: 'To look at it from a distance.' },
  }),
  open('options-stop', 'middle', ['options', 'blockers'], {
    text: { nl: 'Waar zou je mee kunnen stoppen?', en: 'What could you stop doing?' },
    purpose: { nl: 'Als er alleen maar bijkomt.', en: 'When more and more keeps being added.' },
  }),
]
