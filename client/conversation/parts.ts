import { lazyNamed } from '../lib/load-part.ts'
import { whenIdle } from '../lib/when-idle.ts'
import { part, preloads } from './parts-of-steps.ts'

// The steps, and what stands around them.
export const PreparationStep = part(() => import('./preparation/PreparationStep.tsx'), 'PreparationStep')
export const FollowUpStep = part(() => import('./follow-up/FollowUpStep.tsx'), 'FollowUpStep')
export const CommitmentsStep = part(() => import('./commitments/CommitmentsStep.tsx'), 'CommitmentsStep')
export const FinishStep = part(() => import('./sharing/FinishStep.tsx'), 'FinishStep')
export const OwnNotes = part(() => import('./own-notes/OwnNotes.tsx'), 'OwnNotes')
export const Choosing = part(() => import('./choosing/Choosing.tsx'), 'Choosing')
export const Info = part(() => import('./frame/Info.tsx'), 'Info')
export const Face = part(() => import('./frame/Face.tsx'), 'Face')
export const EligibilityMessage = part(() => import('./sharing/EligibilityMessage.tsx'), 'EligibilityMessage')
// Needed in the very first conversation of a pair only.
export const RolesQuestion = lazyNamed(() => import('./RolesQuestion.tsx'), 'RolesQuestion')
// Needed where a service may take notes.
export const PersonQuestion = lazyNamed(() => import('./PersonQuestion.tsx'), 'PersonQuestion')
// Needed for a pair that ended only.
export const PastStep = lazyNamed(() => import('./past/PastStep.tsx'), 'PastStep')

/** Loads them all once the first view stands: a network that goes later takes no step away. */
export const loadParts = (onIdle: () => void): (() => void) =>
  whenIdle(() => {
    onIdle()
    for (const preload of preloads) preload()
  })
