import { Type } from 'typebox'
import { Unreadable } from './preparation.ts'
import { Strict } from './shape.ts'

/** Longest note, in UTF-16 units. */
export const privateNoteLimit = 10_000

/** What somebody notes for themselves in a talk: nobody else's, not even that it is there. */
export const PrivateNote = Strict({
  text: Type.String(),
  /** Goes up by one with each change; 0: there is none yet. A writer says which one it saw. */
  revision: Type.Integer({ minimum: 0 }),
  unreadable: Unreadable,
})
export type PrivateNote = Type.Static<typeof PrivateNote>

export const PrivateNoteInput = Strict({
  text: Type.String({ maxLength: privateNoteLimit }),
  revision: Type.Integer({ minimum: 0 }),
})
export type PrivateNoteInput = Type.Static<typeof PrivateNoteInput>
