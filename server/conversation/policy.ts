import type { NotesRight } from '../contract/live.ts'
import { isOver } from '../pair/policy.ts'
import type { Entered } from './data.ts'

/** What somebody who entered may do with the live notes; null for who could not enter. Asked again when rights change. */
export const notesRight = (entered: Entered | null): NotesRight | null =>
  entered && (isOver(entered.pair) ? 'read' : 'edit')
