import { lazy } from 'react'
import { patiently } from '../lib/patiently.ts'

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
  balance: () => import('./balance/Balance.tsx'),
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
export const OwnNotes = lazy(() => patiently(loads.ownNotes).then((one) => ({ default: one.OwnNotes })))
// Only who opens a pair that ended needs it.
export const PastStep = lazy(() =>
  patiently(() => import('./PastStep.tsx')).then((one) => ({ default: one.PastStep })),
)

/**
 * Loads them all once the browser has nothing better to do: a network that goes later takes no step away.
 * @param onLoading what the first view does not show may be shown from now on
 */
export function loadParts(onLoading: () => void): () => void {
  const load = () => {
    onLoading()
    for (const one of Object.values(loads)) void patiently<unknown>(one)
  }
  // Safari knows no idle callbacks.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(load, 1000)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(load)
  return () => cancelIdleCallback(handle)
}
