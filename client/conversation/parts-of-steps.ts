import { lazy } from 'react'
import { patiently } from '../lib/patiently.ts'

/** What stands inside the steps, and is needed once somebody is there. */
export const loadsOfSteps = {
  editor: () => import('./live/NotesEditor.tsx'),
  observing: () => import('./nudges/Observing.tsx'),
  scale: () => import('./scale/Scale.tsx'),
  questionTools: () => import('./questions/QuestionTools.tsx'),
  otherQuestions: () => import('./questions/OtherQuestions.tsx'),
  balance: () => import('./balance/Balance.tsx'),
  wording: () => import('./commitments/WordingFields.tsx'),
  conflict: () => import('../components/Conflict.tsx'),
}

export const NotesEditor = lazy(() =>
  patiently(loadsOfSteps.editor).then((one) => ({ default: one.NotesEditor })),
)
export const Observing = lazy(() =>
  patiently(loadsOfSteps.observing).then((one) => ({ default: one.Observing })),
)
export const Scale = lazy(() => patiently(loadsOfSteps.scale).then((one) => ({ default: one.Scale })))
export const QuestionTools = lazy(() =>
  patiently(loadsOfSteps.questionTools).then((one) => ({ default: one.QuestionTools })),
)
export const OtherQuestions = lazy(() =>
  patiently(loadsOfSteps.otherQuestions).then((one) => ({ default: one.OtherQuestions })),
)
export const Balance = lazy(() => patiently(loadsOfSteps.balance).then((one) => ({ default: one.Balance })))
export const WordingFields = lazy(() =>
  patiently(loadsOfSteps.wording).then((one) => ({ default: one.WordingFields })),
)
export const Conflict = lazy(() =>
  patiently(loadsOfSteps.conflict).then((one) => ({ default: one.Conflict })),
)
