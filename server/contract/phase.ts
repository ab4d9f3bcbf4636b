import { Type } from 'typebox'

/** The parts of a conversation: goal, reality, options and will are GROW; a step of `notes` says which one it is. */
export const phases = [
  'preparation',
  'follow-up',
  'check-in',
  'focus',
  'blockers',
  'goal',
  'reality',
  'options',
  'will',
  'commitments',
  'reflection',
] as const
export const Phase = Type.Enum([...phases])
export type Phase = (typeof phases)[number]
