import type { Template } from '../../contract/template.ts'
import { allOpen, checkIn, commitments, followUp, notes, preparation } from './parts.ts'

/** A quarter of an hour, for weeks in which nothing big is on. */
export const shortCheckIn: Template = {
  id: 'short-check-in',
  version: 1,
  title: { nl: 'Kort gesprek', en: 'Short conversation' },
  description: {
    nl: 'In een kwartier: hoe gaat het, wat telt nu, wat houdt je tegen en wat ga je doen?',
    en: 'In fifteen minutes: how are you, what matters now, what holds you back and what will you do?',
  },
  intent: 'coaching',
  commitmentLimit: 1,
  questionLimit: 3,
  open: allOpen,
  steps: [
    preparation('prepare-progress', 'focus-today', 'prepare-stuck'),
    { ...followUp, minutes: 3 },
    checkIn,
    notes('focus', 'focus', {
      nl: ['Focus', 'Wat telt deze week het meest?'],
      en: ['Focus', 'What matters most this week?'],
      minutes: 3,
      topics: true,
      inSummary: true,
      questions: ['focus-today', 'focus-lift', 'focus-open'],
    }),
    notes('blockers', 'blockers', {
      nl: ['Wat zit in de weg', 'Noem het eerst. Kijk dan wat jullie samen lichter kunnen maken.'],
      en: ['What is in the way', 'Name it first. Then see what you can make lighter together.'],
      minutes: 4,
      inSummary: true,
      questions: ['blockers-now', 'goal-yours', 'together-need', 'blockers-lighter'],
    }),
    {
      ...commitments,
      title: { nl: 'Actie', en: 'Action' },
      hint: { nl: 'Eén ding dat je deze week doet.', en: 'One thing you will do this week.' },
      questions: ['will-soon', 'commit-moment', 'commit-doable'],
    },
  ],
}
