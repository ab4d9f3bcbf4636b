import type { NotesRight } from '../contract/live.ts'
import { isOver } from '../pair/policy.ts'
import type { Entered } from './data.ts'

/** The right of a member to the live notes; null for anybody else. A socket asks again when rights change. */
export const notesRight = (entered: Entered | null): NotesRight | null =>
  entered && (isOver(entered.pair) ? 'read' : 'edit')
