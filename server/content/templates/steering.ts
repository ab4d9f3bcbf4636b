import type { Template } from '../../contract/template.ts'
import { allOpen, commitments, followUp, notes, preparation } from './parts.ts'

/** For risk, safety and hard deadlines: a clear frame first, then room within it. */
export const steering: Template = {
  id: 'steering',
  version: 1,
  title: { nl: 'Stuurgesprek', en: 'Steering conversation' },
  description: {
    nl: 'Als iets echt moet: eerst een helder kader, dan ruimte om het zelf te doen.',
    en: 'When something really has to be done: clear boundaries first, then room to do it your own way.',
  },
  intent: 'steering',
  commitmentLimit: 2,
  questionLimit: 3,
  open: allOpen,
  steps: [
    preparation('focus-today', 'prepare-other', 'prepare-stuck'),
    followUp,
    notes('frame', 'focus', {
      nl: ['Kader', 'Wat moet er gebeuren, waarom, en wanneer? Zeg ook wat niet kan.'],
      en: ['Boundaries', 'What has to be done, why, and by when? Also say what is not possible.'],
      minutes: 5,
      topics: true,
      inSummary: true,
      questions: ['steer-clear', 'steer-words', 'focus-today'],
    }),
    notes('reality', 'reality', {
      nl: ['Hoe het er nu voor staat', 'Luister eerst. Wat ziet de ander dat jij niet ziet?'],
      en: ['How things stand', 'Listen first. What does the other person see that you do not?'],
      minutes: 5,
      inSummary: true,
      questions: ['reality-happens', 'reality-sure', 'feedback-lands'],
    }),
    notes('room', 'options', {
      nl: ['Ruimte', 'Binnen het kader: hoe pak jij het aan?'],
      en: ['Room', 'Within the boundaries: how will you go about it?'],
      minutes: 5,
      inSummary: true,
      questions: ['steer-room', 'options-three', 'together-need'],
    }),
    notes('will', 'will', {
      nl: ['Steun', 'Wat heb je nodig, en wanneer kijken we samen?'],
      en: ['Support', 'What do you need, and when do we check together?'],
      minutes: 4,
      inSummary: true,
      questions: ['steer-need', 'will-help', 'steer-check'],
    }),
    { ...commitments, questions: ['commit-sentence', 'will-soon', 'will-know'] },
  ],
}
