import { about } from './writing.ts'

const { open, scale } = about('ownership')

/** Questions about one's own influence, choosing and acting. */
export const ownership = [
  open('goal-yours', 'middle', ['goal', 'blockers'], {
    nl: ['Welk deel hiervan heb je zelf in de hand?', 'Als het doel van anderen afhangt.'],
    en: ['Which part of this is in your own hands?', 'When the goal depends on others.'],
  }),
  open('reality-part', 'deep', ['reality'], {
    nl: ['Wat is jouw eigen aandeel in hoe het nu gaat?', 'Als anderen de schuld krijgen.'],
    en: ['What is your own part in how things are going?', 'When others get the blame.'],
  }),
  open('focus-open', 'light', ['focus', 'check-in'], {
    nl: ['Welke open afspraak verdient vandaag aandacht?', 'Als er nog afspraken openstaan.'],
    en: ['Which open commitment deserves attention today?', 'When commitments are still open.'],
  }),
  open('follow-next', 'light', ['follow-up', 'will'], {
    nl: ['Wat is nu de volgende stap, en wanneer zet je die?', 'Om een open afspraak verder te brengen.'],
    en: ['What is the next step now, and when will you take it?', 'To move an open commitment forward.'],
  }),
  open('follow-keep', 'middle', ['follow-up', 'blockers'], {
    nl: ['Wil je hiermee verder, het kleiner maken of het loslaten?', 'Als er weinig beweging in zit.'],
    en: ['Do you want to continue with this, make it smaller, or let it go?', 'When little is moving.'],
  }),
  open('follow-mean', 'deep', ['follow-up'], {
    nl: [
      'Hoe belangrijk is deze afspraak nog voor je, en waarom?',
      'Voor je hem meeneemt naar de volgende keer.',
    ],
    en: [
      'How much does this commitment still matter to you, and why?',
      'Before you carry it over to next time.',
    ],
  }),

  open('will-choose', 'light', ['will'], {
    nl: ['Wat ga je doen, en wanneer begin je?', 'Om te kiezen.'],
    en: ['What will you do, and when will you start?', 'To choose.'],
  }),
  open('will-way', 'middle', ['will', 'commitments'], {
    nl: ['Wat kan er tussen komen, en wat doe je dan?', 'Voor een als-danplan.'],
    en: ['What could get in the way, and what will you do then?', 'For an if–then plan.'],
  }),
  open('will-know', 'middle', ['will', 'commitments'], {
    nl: ['Waaraan merken we straks dat het werkte?', 'Voor een toetsbare afspraak.'],
    en: ['How will we notice that it worked?', 'For a commitment you can check.'],
  }),
  scale('will-scale', 'middle', ['will', 'commitments'], {
    nl: [
      'Hoe zeker ben je dat je het doet, van 1 tot 10, en wat maakt er één punt meer van?',
      'Om de stap klein genoeg te maken.',
    ],
    en: [
      'How sure are you that you will do it, from 1 to 10, and what would add one point?',
      'To make the step small enough.',
    ],
  }),
  open('will-soon', 'light', ['will', 'commitments'], {
    nl: ['Wat kun je binnen twee dagen al doen?', 'Om snel te beginnen.'],
    en: ['What can you do in the next two days?', 'To start soon.'],
  }),
  open('will-no', 'deep', ['will'], {
    nl: ['Waar zeg je nee tegen, zodat dit kan?', 'Als de agenda al vol is.'],
    en: ['What will you say no to, so that this can happen?', 'When the calendar is full already.'],
  }),
  open('will-want', 'deep', ['will', 'commitments'], {
    nl: ['Wat maakt dat je dit zelf wilt?', 'Als het klinkt als een verplichting.'],
    en: ['What makes you want this yourself?', 'When it sounds like an obligation.'],
  }),

  open('commit-sentence', 'light', ['commitments'], {
    nl: ['Hoe zeg je deze afspraak in één zin?', 'Om het helder te krijgen.'],
    en: ['How would you put this commitment in one sentence?', 'To make it clear.'],
  }),
  open('commit-moment', 'light', ['commitments', 'will'], {
    nl: ['Op welk moment in je week past dit?', 'Om het een vaste plek te geven.'],
    en: ['Where in your week does this fit?', 'To give it a fixed place.'],
  }),
  scale('commit-doable', 'light', ['commitments'], {
    nl: ['Hoe goed te doen is dit in een gewone week, van 1 tot 10?', 'Voor je het opschrijft.'],
    en: ['How doable is this in an ordinary week, from 1 to 10?', 'Before you write it down.'],
  }),
]
