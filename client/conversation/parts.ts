import { lazy } from 'react'
import { patiently } from '../lib/patiently.ts'
import { whenIdle } from '../lib/when-idle.ts'
import { loadsOfSteps } from './parts-of-steps.ts'

/** The steps, and what stands around them, that the first view does not need. */
const loads = {
  preparation: () => import('./preparation/PreparationStep.tsx'),
  followUp: () => import('./follow-up/FollowUpStep.tsx'),
  commitments: () => import('./commitments/CommitmentsStep.tsx'),
  finish: () => import('./sharing/FinishStep.tsx'),
  ownNotes: () => import('./own-notes/OwnNotes.tsx'),
  choosing: () => import('./choosing/Choosing.tsx'),
  otherNotes: () => import('./choosing/OtherNotes.tsx'),
  standing: () => import('./sharing/StandingMessage.tsx'),
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
export const FinishStep = lazy(() => patiently(loads.finish).then((one) => ({ default: one.FinishStep })))
export const OwnNotes = lazy(() => patiently(loads.ownNotes).then((one) => ({ default: one.OwnNotes })))
export const Choosing = lazy(() => patiently(loads.choosing).then((one) => ({ default: one.Choosing })))
export const OtherNotes = lazy(() => patiently(loads.otherNotes).then((one) => ({ default: one.OtherNotes })))
export const StandingMessage = lazy(() =>
  patiently(loads.standing).then((one) => ({ default: one.StandingMessage })),
)
// Only who opens the very first conversation of a pair needs it.
export const RolesQuestion = lazy(() =>
  patiently(() => import('./RolesQuestion.tsx')).then((one) => ({ default: one.RolesQuestion })),
)
// Only who opens a pair that ended needs it.
export const PastStep = lazy(() =>
  patiently(() => import('./past/PastStep.tsx')).then((one) => ({ default: one.PastStep })),
)

/** Loads them all once the first view stands: a network that goes later takes no step away. */
export const loadParts = (onIdle: () => void): (() => void) =>
  whenIdle(() => {
    onIdle()
    for (const one of Object.values({ ...loads, ...loadsOfSteps })) void patiently<unknown>(one)
  })
