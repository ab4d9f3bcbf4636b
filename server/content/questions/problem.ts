import { about } from './writing.ts'

const { open, scale } = about('problem')

/** Questions about the goal, the reality, the blockers and the options of a problem. */
export const problem = [
  open('prepare-stuck', 'deep', ['preparation'], {
    nl: [
      'Waar loop je omheen, en wat zou er gebeuren als je het noemde?',
      'Om het lastige niet te laten liggen.',
    ],
    en: [
      'What are you avoiding, and what would happen if you brought it up?',
      'So that the hard part is not left for later.',
    ],
  }),

  open('goal-good', 'light', ['goal'], {
    nl: ['Wanneer is dit gesprek voor jou geslaagd?', 'Aan het begin.'],
    en: ['What would make this conversation a good one for you?', 'At the start.'],
  }),
  open('goal-see', 'middle', ['goal'], {
    nl: ['Wat zien anderen je doen als het gelukt is?', 'Om een doel zichtbaar te maken.'],
    en: ['What will others see you doing when it has worked?', 'To make a goal visible.'],
  }),
  open('goal-matter', 'deep', ['goal'], {
    nl: ['Waarom is juist dit belangrijk voor je?', 'Om bij de eigen drijfveer te komen.'],
    en: ['Why does this in particular matter to you?', 'To get to their own reason.'],
  }),
  open('goal-day', 'light', ['goal'], {
    nl: ['Hoe ziet een gewone dag eruit als dit is opgelost?', 'Om een doel tastbaar te maken.'],
    en: [
      'What does an ordinary day look like once this is solved?',
      'To make a goal something you can picture.',
    ],
  }),
  open('goal-enough', 'middle', ['goal', 'commitments'], {
    nl: ['Wanneer is het goed genoeg?', 'Als de lat erg hoog ligt.'],
    en: ['When is it good enough?', 'When the bar is set very high.'],
  }),
  scale('goal-scale', 'middle', ['goal'], {
    nl: ['Hoe graag wil je dit, van 1 tot 10, en waarom niet lager?', 'Om te horen hoe sterk de wens is.'],
    en: ['How much do you want this, from 1 to 10, and why not lower?', 'To hear how strong the wish is.'],
  }),

  open('reality-happens', 'light', ['reality'], {
    nl: ['Wat gebeurt er precies, stap voor stap?', 'Om van oordeel naar feiten te gaan.'],
    en: ['What exactly happens, step by step?', 'To move from judgement to facts.'],
  }),
  open('reality-tried', 'light', ['reality'], {
    nl: ['Wat heb je al geprobeerd, en wat leverde dat op?', 'Voor je iets nieuws bedenkt.'],
    en: ['What have you tried so far, and what came of it?', 'Before thinking up something new.'],
  }),
  open('reality-sure', 'middle', ['reality', 'blockers'], {
    nl: ['Wat weet je zeker, en wat vermoed je?', 'Om aannames te vinden.'],
    en: ['What do you know for sure, and what are you assuming?', 'To find assumptions.'],
  }),
  open('reality-exception', 'middle', ['reality', 'blockers'], {
    nl: ['Wanneer speelde dit even niet, en wat was er toen anders?', 'Om te vinden wat al werkt.'],
    en: [
      'When was this not a problem for a while, and what was different then?',
      'To find what already works.',
    ],
  }),
  open('reality-feel', 'deep', ['reality'], {
    nl: ['Wat doet dit met je?', 'Als de feiten duidelijk zijn.'],
    en: ['How does this affect you?', 'Once the facts are clear.'],
  }),
  scale('reality-scale', 'middle', ['reality'], {
    nl: ['Waar sta je nu, van 1 tot 10, en waarom is het geen 3?', 'Om te zien wat er al is.'],
    en: ['Where are you now, from 1 to 10, and why is it not a 3?', 'To see what is already there.'],
  }),

  open('blockers-now', 'light', ['blockers', 'follow-up'], {
    nl: ['Wat houdt je op dit moment tegen?', 'Om het belangrijkste eerst te horen.'],
    en: ['What is holding you back right now?', 'To hear the main thing first.'],
  }),
  open('blockers-lighter', 'light', ['blockers', 'options'], {
    nl: ['Wat zou het al een beetje lichter maken?', 'Als het te groot voelt.'],
    en: ['What would already make this a little lighter?', 'When it feels too big.'],
  }),
  open('blockers-again', 'middle', ['blockers', 'follow-up'], {
    nl: ['Wat zit er in de weg, nu dit weer terugkomt?', 'Als een afspraak al een paar keer meegaat.'],
    en: [
      'What is in the way, now that this has come back again?',
      'When a commitment has come back a few times.',
    ],
  }),
  open('blockers-keeps', 'deep', ['blockers', 'reality'], {
    nl: ['Wat maakt dat dit zo blijft?', 'Als oplossingen niet blijven werken.'],
    en: ['What keeps this the way it is?', 'When solutions do not last.'],
  }),

  open('options-three', 'light', ['options'], {
    nl: ['Welke drie dingen zou je kunnen doen?', 'Om voorbij het eerste idee te komen.'],
    en: ['Which three things could you do?', 'To get past the first idea.'],
  }),
  open('options-free', 'middle', ['options'], {
    nl: ['Wat zou je doen als niemand het raar vond?', 'Als je denken vastzit.'],
    en: ['What would you do if nobody thought it was odd?', 'When your thinking is stuck.'],
  }),
  open('options-worked', 'light', ['options'], {
    nl: ['Wat hielp je eerder in een situatie als deze?', 'Om eigen ervaring te gebruiken.'],
    en: ['What helped you before in a situation like this?', 'To use their own experience.'],
  }),
  open('options-nothing', 'middle', ['options'], {
    nl: ['Wat gebeurt er als je niets doet?', 'Om de urgentie te wegen.'],
    en: ['What happens if you do nothing?', 'To weigh the urgency.'],
  }),
  open('options-cost', 'deep', ['options'], {
    nl: ['Wat kost elke optie je, en wat levert die op?', 'Om te kunnen kiezen.'],
    en: ['What does each option cost you, and what does it bring you?', 'To be able to choose.'],
  }),
  open('options-friend', 'light', ['options'], {
    nl: ['Wat zou je een vriend aanraden die hiermee zit?', 'Om met meer afstand te kijken.'],
    en: ['What would you tell a friend in this situation?', 'To look at it from a distance.'],
  }),
  open('options-stop', 'middle', ['options', 'blockers'], {
    nl: ['Waar zou je mee kunnen stoppen?', 'Als er alleen maar bijkomt.'],
    en: ['What could you stop doing?', 'When more and more keeps being added.'],
  }),
]
