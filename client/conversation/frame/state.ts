import type { LiveState } from '../live/session.ts'

/** The one thing that a header says of how the notes stand: briefly in place of the time, or in a line of its own. */
export type Told = { kind: 'brief' | 'whole'; state: Exclude<LiveState, 'saved' | 'connecting'> } | null

/**
 * Nothing as long as all is well: saving shows when it takes long.
 * @param isLong has this state lasted so long that somebody may wonder?
 */
export function toldOf(state: LiveState, isLong: boolean): Told {
  if (state === 'saved' || state === 'connecting' || (state === 'saving' && !isLong)) return null
  return { kind: state === 'saving' || state === 'offline' ? 'brief' : 'whole', state }
}
