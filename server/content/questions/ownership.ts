import { about } from './writing.ts'

const { open, scale } = about('ownership')

/** Questions about one's own influence, choosing and acting. */
export const ownership = [
  open('goal-yours', 'middle', ['goal', 'blockers'], {
    text: {
      nl: 'Welk deel hiervan heb je zelf in de hand?',
      en: 'Which part of this is in your own hands?',
    },
    purpose: { nl: 'Als het doel van anderen afhangt.', en: 'When the goal depends on others.' },
  }),
  open('reality-part', 'deep', ['reality'], {
    text: {
      nl: 'Wat is jouw eigen aandeel in hoe het nu gaat?',
      en: 'What is your own part in how things are going?',
    },
    purpose: { nl: 'Als anderen de schuld krijgen.', en: 'When others get the blame.' },
  }),
  open('focus-open', 'light', ['focus', 'check-in'], {
    text: {
      nl: 'Welke open afspraak verdient vandaag aandacht?',
      en: 'Which open commitment deserves attention today?',
    },
    purpose: { nl: 'Als er nog afspraken openstaan.', en: 'When commitments are still open.' },
  }),
  open('follow-next', 'light', ['follow-up', 'will'], {
    text: {
      nl: 'Wat is nu de volgende stap, en wanneer zet je die?',
      en: 'What is the next step now, and when will you take it?',
    },
    purpose: { nl: 'Om een open afspraak verder te brengen.', en: 'To move an open commitment forward.' },
  }),
  open('follow-keep', 'middle', ['follow-up', 'blockers'], {
    text: {
      nl: 'Wil je hiermee verder, het kleiner maken of het loslaten?',
      en: 'Do you want to continue with this, make it smaller, or let it go?',
    },
    purpose: { nl: 'Als er weinig beweging in zit.', en: 'When little is moving.' },
  }),
  open('follow-mean', 'deep', ['follow-up'], {
    text: {
      nl: 'Hoe belangrijk is deze afspraak nog voor je, en waarom?',
      en: 'How much does this commitment still matter to you, and why?',
    },
    purpose: {
      nl: 'Voor je hem meeneemt naar de volgende keer.',
      en: 'Before you carry it over to next time.',
    },
  }),

  open('will-choose', 'light', ['will'], {
    text: { nl: 'Wat ga je doen, en wanneer begin je?', en: 'What will you do, and when will you start?' },
    purpose: { nl: 'Om te kiezen.', en: 'To choose.' },
  }),
  open('will-way', 'middle', ['will', 'commitments'], {
    text: {
      nl: 'Wat kan er tussen komen, en wat doe je dan?',
      en: 'What could get in the way, and what will you do then?',
    },
    purpose: { nl: 'Voor een als-danplan.', en: 'For an if–then plan.' },
  }),
  open('will-know', 'middle', ['will', 'commitments'], {
    text: {
      nl: 'Waaraan merken we straks dat het werkte?',
      en: 'How will we notice that it worked?',
    },
    purpose: { nl: 'Voor een toetsbare afspraak.', en: 'For a commitment you can check.' },
  }),
  scale('will-scale', 'middle', ['will', 'commitments'], {
    text: {
      nl: 'Hoe zeker ben je dat je het doet, van 1 tot 10, en wat maakt er één punt meer van?',
      en: 'How sure are you that you will do it, from 1 to 10, and what would add one point?',
    },
    purpose: { nl: 'Om de stap klein genoeg te maken.', en: 'To make the step small enough.' },
  }),
  open('will-soon', 'light', ['will', 'commitments'], {
    text: {
      nl: 'Wat kun je binnen twee dagen al doen?',
      en: 'What can you do in the next two days?',
    },
    purpose: { nl: 'Om snel te beginnen.', en: 'To start soon.' },
  }),
  open('will-no', 'deep', ['will'], {
    text: {
      nl: 'Waar zeg je nee tegen, zodat dit kan?',
      en: 'What will you say no to, so that this can happen?',
    },
    purpose: { nl: 'Als de agenda al vol is.', en: 'When the calendar is full already.' },
  }),
  open('will-want', 'deep', ['will', 'commitments'], {
    text: {
      nl: 'Wat maakt dat je dit zelf wilt?',
      en: 'What makes you want this yourself?',
    },
    purpose: { nl: 'Als het klinkt als een verplichting.', en: 'When it sounds like an obligation.' },
  }),

  open('commit-sentence', 'light', ['commitments'], {
    text: {
      nl: 'Hoe zeg je deze afspraak in één zin?',
      en: 'How would you put this commitment in one sentence?',
    },
    purpose: { nl: 'Om het helder te krijgen.', en: 'To make it clear.' },
  }),
  open('commit-moment', 'light', ['commitments', 'will'], {
    text: {
      nl: 'Op welk moment in je week past dit?',
      en: 'Where in your week does this fit?',
    },
    purpose: { nl: 'Om het een vaste plek te geven.', en: 'To give it a fixed place.' },
  }),
  scale('commit-doable', 'light', ['commitments'], {
    text: {
      nl: 'Hoe goed te doen is dit in een gewone week, van 1 tot 10?',
      en: 'How doable is this in an ordinary week, from 1 to 10?',
    },
    purpose: { nl: 'Voor je het opschrijft.', en: 'Before you write it down.' },
  }),
]
