import { about } from './writing.ts'

const { open, scale } = about('check-in')

/** Arriving, and choosing what the conversation is about. */
export const checkIn = [
  open('prepare-worth', 'middle', ['preparation'], {
    nl: ['Wat maakt dat dit gesprek straks de tijd waard was?', 'Om te weten wat je eruit wilt halen.'],
    en: ['What would make this conversation time well spent?', 'To know what you want to get out of it.'],
  }),
  scale('check-in-energy', 'light', ['check-in'], {
    nl: ['Hoeveel energie heb je deze week, van 1 tot 10?', 'Om rustig te landen.'],
    en: ['How much energy do you have this week, from 1 to 10?', 'To settle in calmly.'],
  }),
  open('check-in-mind', 'light', ['check-in'], {
    nl: ['Wat houdt je nu het meest bezig?', 'Om ruimte te maken voor wat eerst moet.'],
    en: ['What is on your mind most right now?', 'To make room for what comes first.'],
  }),
  open('check-in-proud', 'light', ['check-in'], {
    nl: ['Waar ben je sinds vorige keer stilletjes trots op?', 'Om te zien wat lukt.'],
    en: ['What are you quietly proud of since last time?', 'To see what works.'],
  }),
  open('check-in-drain', 'middle', ['check-in'], {
    nl: ['Wat kostte meer kracht dan je had verwacht?', 'Om op tijd te horen wat zwaar valt.'],
    en: ['What took more out of you than you expected?', 'To hear in good time what weighs on them.'],
  }),
  open('check-in-words', 'light', ['check-in'], {
    nl: ['Met welke drie woorden omschrijf je je week?', 'Als je snel wilt weten hoe het gaat.'],
    en: ['Which three words describe your week?', 'For a quick sense of how things are.'],
  }),
  open('check-in-glad', 'light', ['check-in'], {
    nl: ['Van welk moment werd je deze week blij?', 'Om met iets goeds te beginnen.'],
    en: ['Which moment made you happy this week?', 'To begin with something good.'],
  }),
  open('check-in-first', 'light', ['check-in'], {
    nl: ['Wat wil je eerst even kwijt?', 'Als iemand vol binnenkomt.'],
    en: [
      'What would you like to get off your chest first?',
      'When somebody comes in with a lot on their mind.',
    ],
  }),
  scale('check-in-rest', 'middle', ['check-in', 'reflection'], {
    nl: [
      'Hoe goed kun je je werk loslaten als je klaar bent, van 1 tot 10?',
      'Om te horen of er rust genoeg is.',
    ],
    en: [
      'How well can you switch off when your work is done, from 1 to 10?',
      'To hear if there is enough rest.',
    ],
  }),
  open('check-in-beneath', 'deep', ['check-in', 'focus'], {
    nl: [
      'Wat zou je vertellen als ik een uur de tijd had om te luisteren?',
      'Als “goed hoor” niet het hele verhaal is.',
    ],
    en: ['What would you tell me if I had an hour to listen?', 'When “fine” is not the whole story.'],
  }),

  open('focus-most', 'light', ['focus'], {
    nl: ['Waar helpt een halfuur samen denken je het meest?', 'Om één onderwerp te kiezen.'],
    en: ['Where would half an hour of thinking together help you most?', 'To choose one topic.'],
  }),
  open('focus-lift', 'middle', ['focus'], {
    nl: ['Wat maakt de rest makkelijker als het opgelost is?', 'Bij te veel onderwerpen.'],
    en: ['What would make the rest easier once it is solved?', 'When there are too many topics.'],
  }),
  open('focus-avoid', 'deep', ['focus'], {
    nl: ['Welk onderwerp schuif je voor je uit?', 'Als het gesprek aan de oppervlakte blijft.'],
    en: ['Which topic do you keep putting off?', 'When the conversation stays on the surface.'],
  }),
  open('focus-today', 'light', ['focus', 'preparation'], {
    nl: ['Wat mag vandaag niet blijven liggen?', 'Om te scheiden wat nu moet en wat kan wachten.'],
    en: ['What cannot wait until another day?', 'To separate what is urgent from what can wait.'],
  }),
  open('focus-part', 'middle', ['focus', 'goal'], {
    nl: ['Welk stukje hiervan kunnen we vandaag verder brengen?', 'Als het onderwerp te groot is.'],
    en: ['Which piece of this can we move forward today?', 'When the topic is too big.'],
  }),
  open('focus-really', 'deep', ['focus', 'reality'], {
    nl: ['Waar gaat dit voor jou eigenlijk over?', 'Als je vermoedt dat er iets onder ligt.'],
    en: ['What is this really about for you?', 'When there may be something underneath.'],
  }),
]
