import { lazy } from 'react'
import { patiently } from '../lib/patiently.ts'
import { whenIdle } from '../lib/when-idle.ts'

/** Parts of the conversation that the first view does not need. */
const loads = {
  preparation: () => import('./PreparationStep.tsx'),
  followUp: () => import('./FollowUpStep.tsx'),
  commitments: () => import('./CommitmentsStep.tsx'),
  editor: () => import('./live/NotesEditor.tsx'),
  finish: () => import('./FinishStep.tsx'),
  ownNotes: () => import('./OwnNotes.tsx'),
  observing: () => import('./nudges/Observing.tsx'),
  scale: () => import('./scale/Scale.tsx'),
  questionTools: () => import('./questions/QuestionTools.tsx'),
  otherQuestions: () => import('./questions/OtherQuestions.tsx'),
  choosing: () => import('./choosing/Choosing.tsx'),
  otherNotes: () => import('./choosing/OtherNotes.tsx'),
  balance: () => import('./balance/Balance.tsx'),
  standing: () => import('./sharing/StandingMessage.tsx'),
  wording: () => import('./WordingFields.tsx'),
  conflict: () => import('../components/Conflict.tsx'),
}

export const PreparationStep = lazy(() =>
  patiently(loads.preparation).then((one) => ({ default: one.PreparationStep })),
)
export const FollowUpStep = lazy(() =>
  patiently(loads.followUp).then((one) => ({ default: one.FollowUpStep })),
)
export const CommitmentsStep = lazy(() =>
  patiently(loads.commitments).then((one) => ({ default: one.CommitmentsStep })),
)
export const NotesEditor = lazy(() => patiently(loads.editor).then((one) => ({ default: one.NotesEditor })))
export const FinishStep = lazy(() => patiently(loads.finish).then((one) => ({ default: one.FinishStep })))
export const Observing = lazy(() => patiently(loads.observing).then((one) => ({ default: one.Observing })))
export const Scale = lazy(() => patiently(loads.scale).then((one) => ({ default: one.Scale })))
export const Balance = lazy(() => patiently(loads.balance).then((one) => ({ default: one.Balance })))
export const StandingMessage = lazy(() =>
  patiently(loads.standing).then((one) => ({ default: one.StandingMessage })),
)
export const WordingFields = lazy(() =>
  patiently(loads.wording).then((one) => ({ default: one.WordingFields })),
)
export const Conflict = lazy(() => patiently(loads.conflict).then((one) => ({ default: one.Conflict })))
export const QuestionTools = lazy(() =>
  patiently(loads.questionTools).then((one) => ({ default: one.QuestionTools })),
)
export const OtherQuestions = lazy(() =>
  patiently(loads.otherQuestions).then((one) => ({ default: one.OtherQuestions })),
)
export const Choosing = lazy(() => patiently(loads.choosing).then((one) => ({ default: one.Choosing })))
export const OtherNotes = lazy(() => patiently(loads.otherNotes).then((one) => ({ default: one.OtherNotes })))

export const OwnNotes = lazy(() => patiently(loads.ownNotes).then((one) => ({ default: one.OwnNotes })))
// Only who opens the very first conversation of a pair needs it.
export const RolesQuestion = lazy(() =>
  patiently(() => import('./RolesQuestion.tsx')).then((one) => ({ default: one.RolesQuestion })),
)
// Only who opens a pair that ended needs it.
export const PastStep = lazy(() =>
  patiently(() => import('./PastStep.tsx')).then((one) => ({ default: one.PastStep })),
)

/** Loads them all once the first view stands: a network that goes later takes no step away. */
export const loadParts = (onIdle: () => void): (() => void) =>
  whenIdle(() => {
    onIdle()
    for (const one of Object.values(loads)) void patiently<unknown>(one)
  })
