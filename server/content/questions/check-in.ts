import { about } from './writing.ts'

const { open, scale } = about('check-in')

/** Arriving, and choosing what the conversation is about. */
export const checkIn = [
  open('prepare-worth', 'middle', ['preparation'], {
    text: {
      nl: 'Wat maakt dat dit gesprek straks de tijd waard was?',
      en: 'What would make this conversation time well spent?',
    },
    purpose: { nl: 'Om te weten wat je eruit wilt halen.', en: 'To know what you want to get out of it.' },
  }),
  scale('check-in-energy', 'light', ['check-in'], {
    text: {
      nl: 'Hoeveel energie heb je deze week, van 1 tot 10?',
      en: 'How much energy do you have this week, from 1 to 10?',
    },
    purpose: { nl: 'Om rustig te landen.', en: 'To settle in calmly.' },
  }),
  open('check-in-mind', 'light', ['check-in'], {
    text: { nl: 'Wat houdt je nu het meest bezig?', en: 'What is on your mind most right now?' },
    purpose: { nl: 'Om ruimte te maken voor wat eerst moet.', en: 'To make room for what comes first.' },
  }),
  open('check-in-proud', 'light', ['check-in'], {
    text: {
      nl: 'Waar ben je sinds vorige keer stilletjes trots op?',
      en: 'What are you quietly proud of since last time?',
    },
    purpose: { nl: 'Om te zien wat lukt.', en: 'To see what works.' },
  }),
  open('check-in-drain', 'middle', ['check-in'], {
    text: {
      nl: 'Wat kostte meer kracht dan je had verwacht?',
      en: 'What took more out of you than you expected?',
    },
    purpose: { nl: 'Om op tijd te horen wat zwaar valt.', en: 'To hear in good time what weighs on them.' },
  }),
  open('check-in-words', 'light', ['check-in'], {
    text: {
      nl: 'Met welke drie woorden omschrijf je je week?',
      en: 'Which three words describe your week?',
    },
    purpose: { nl: 'Als je snel wilt weten hoe het gaat.', en: 'For a quick sense of how things are.' },
  }),
  open('check-in-glad', 'light', ['check-in'], {
    text: { nl: 'Van welk moment werd je deze week blij?', en: 'Which moment made you happy this week?' },
    purpose: { nl: 'Om met iets goeds te beginnen.', en: 'To begin with something good.' },
  }),
  open('check-in-first', 'light', ['check-in'], {
    text: {
      nl: 'Wat wil je eerst even kwijt?',
      en: 'What would you like to get off your chest first?',
    },
    purpose: { nl: 'Als iemand vol binnenkomt.', en: 'When somebody comes in with a lot on their mind.' },
  }),
  scale('check-in-rest', 'middle', ['check-in', 'reflection'], {
    text: {
      nl: 'Hoe goed kun je je werk loslaten als je klaar bent, van 1 tot 10?',
      en: 'How well can you switch off when your work is done, from 1 to 10?',
    },
    purpose: { nl: 'Om te horen of er rust genoeg is.', en: 'To hear if there is enough rest.' },
  }),
  open('check-in-beneath', 'deep', ['check-in', 'focus'], {
    text: {
      nl: 'Wat zou je vertellen als ik een uur de tijd had om te luisteren?',
      en: 'What would you tell me if I had an hour to listen?',
    },
    purpose: { nl: 'Als “goed hoor” niet het hele verhaal is.', en: 'When “fine” is not the whole story.' },
  }),

  open('focus-most', 'light', ['focus'], {
    text: {
      nl: 'Waar helpt een halfuur samen denken je het meest?',
      en: 'Where would half an hour of thinking together help you most?',
    },
    purpose: { nl: 'Om één onderwerp te kiezen.', en: 'To choose one topic.' },
  }),
  open('focus-lift', 'middle', ['focus'], {
    text: {
      nl: 'Wat maakt de rest makkelijker als het opgelost is?',
      en: 'What would make the rest easier once it is solved?',
    },
    purpose: { nl: 'Bij te veel onderwerpen.', en: 'When there are too many topics.' },
  }),
  open('focus-avoid', 'deep', ['focus'], {
    text: {
      nl: 'Welk onderwerp schuif je voor je uit?',
      en: 'Which topic do you keep putting off?',
    },
    purpose: {
      nl: 'Als het gesprek aan de oppervlakte blijft.',
      en: 'When the conversation stays on the surface.',
    },
  }),
  open('focus-today', 'light', ['focus', 'preparation'], {
    text: { nl: 'Wat mag vandaag niet blijven liggen?', en: 'What cannot wait until another day?' },
    purpose: {
      nl: 'Om te scheiden wat nu moet en wat kan wachten.',
      en: 'To separate what is urgent from what can wait.',
    },
  }),
  open('focus-part', 'middle', ['focus', 'goal'], {
    text: {
      nl: 'Welk stukje hiervan kunnen we vandaag verder brengen?',
      en: 'Which piece of this can we move forward today?',
    },
    purpose: { nl: 'Als het onderwerp te groot is.', en: 'When the topic is too big.' },
  }),
  open('focus-really', 'deep', ['focus', 'reality'], {
    text: { nl: 'Waar gaat dit voor jou eigenlijk over?', en: 'What is this really about for you?' },
    purpose: {
      nl: 'Als je vermoedt dat er iets onder ligt.',
      en: 'When there may be something underneath.',
    },
  }),
]
