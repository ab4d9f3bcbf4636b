import type { Template } from '../../contract/template.ts'
import { allOpen, checkIn, commitments, followUp, notes, preparation } from './parts.ts'

/** Follow-up first, then GROW, then one or two commitments. */
export const grow: Template = {
  id: 'grow',
  version: 1,
  title: { nl: 'GROW-gesprek', en: 'GROW conversation' },
  description: {
    nl: 'Van een doel naar een eerste stap die je zelf kiest.',
    en: 'From a goal to a first step that you choose yourself.',
  },
  intent: 'coaching',
  commitmentLimit: 2,
  questionLimit: 4,
  open: allOpen,
  steps: [
    preparation('prepare-worth', 'prepare-progress', 'prepare-stuck', 'prepare-other'),
    followUp,
    checkIn,
    notes('focus', 'focus', {
      nl: ['Focus', 'Kies samen één onderwerp voor vandaag.'],
      en: ['Focus', 'Choose one topic for today, together.'],
      minutes: 3,
      topics: true,
      inSummary: true,
      questions: ['focus-most', 'focus-lift', 'focus-avoid'],
    }),
    notes('goal', 'goal', {
      nl: ['Doel', 'Wat wil je dat er anders is?'],
      en: ['Goal', 'What do you want to be different?'],
      minutes: 4,
      inSummary: true,
      questions: ['goal-good', 'goal-see', 'goal-matter', 'goal-yours', 'goal-scale'],
    }),
    notes('reality', 'reality', {
      nl: ['Realiteit', 'Hoe staat het er nu echt voor?'],
      en: ['Reality', 'How are things really going now?'],
      minutes: 5,
      inSummary: true,
      questions: ['reality-happens', 'reality-tried', 'reality-part', 'reality-behaviour', 'reality-scale'],
    }),
    notes('options', 'options', {
      nl: ['Opties', 'Wat zou je allemaal kunnen doen? Kies nog niet.'],
      en: ['Options', 'What are all the things you could do? Do not choose yet.'],
      minutes: 5,
      inSummary: true,
      questions: ['options-three', 'options-free', 'options-worked', 'options-nothing', 'options-cost'],
    }),
    notes('will', 'will', {
      nl: ['Wil', 'Wat ga je doen, en wat heb je daarvoor nodig?'],
      en: ['Will', 'What will you do, and what do you need to do it?'],
      minutes: 3,
      inSummary: true,
      questions: ['will-choose', 'will-way', 'will-help', 'will-know', 'will-scale'],
    }),
    commitments,
  ],
}
