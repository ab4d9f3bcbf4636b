import type { ComponentType } from 'react'
import { DayCalendar } from '../components/useCalendar.tsx'
import { lazyNamed } from '../lib/load-part.ts'

/** How each part is loaded before it is needed: once the first view stands, they all are. */
export const preloads: (() => void)[] = []

/** A part that the first view does not need. */
export function part<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  const made = lazyNamed(load, name)
  preloads.push(made.preload)
  return made
}

// These stand inside the steps, and are needed once somebody is there.
export const NotesEditor = part(() => import('./live/NotesEditor.tsx'), 'NotesEditor')
export const LiveText = part(() => import('./live/LiveText.tsx'), 'LiveText')
export const Observing = part(() => import('./nudges/Observing.tsx'), 'Observing')
export const LiveWording = part(() => import('./commitments/LiveWording.tsx'), 'LiveWording')
export const Scale = part(() => import('./scale/Scale.tsx'), 'Scale')
export const CardTools = part(() => import('./questions/CardTools.tsx'), 'CardTools')
export const Feedback = part(() => import('./feedback/Feedback.tsx'), 'Feedback')
export const Result = part(() => import('./sharing/Result.tsx'), 'Result')
export const Conflict = part(() => import('../components/Conflict.tsx'), 'Conflict')

// A field shows it when somebody asks for another day.
preloads.push(DayCalendar.preload)
