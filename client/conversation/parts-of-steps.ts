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
const loads = loadsOfSteps

export const NotesEditor = lazy(() => patiently(loads.editor).then((one) => ({ default: one.NotesEditor })))
export const Observing = lazy(() => patiently(loads.observing).then((one) => ({ default: one.Observing })))
export const Scale = lazy(() => patiently(loads.scale).then((one) => ({ default: one.Scale })))
export const QuestionTools = lazy(() =>
  patiently(loads.questionTools).then((one) => ({ default: one.QuestionTools })),
)
export const OtherQuestions = lazy(() =>
  patiently(loads.otherQuestions).then((one) => ({ default: one.OtherQuestions })),
)
export const Balance = lazy(() => patiently(loads.balance).then((one) => ({ default: one.Balance })))
export const WordingFields = lazy(() =>
  patiently(loads.wording).then((one) => ({ default: one.WordingFields })),
)
export const Conflict = lazy(() => patiently(loads.conflict).then((one) => ({ default: one.Conflict })))
