import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Unreadable } from './preparation.ts'
import { Strict } from './shape.ts'
import { textLimits } from './limits.ts'

/** A person's note to themselves in a conversation. Nobody else sees it, not even that there is one. */
export const PrivateNote = Strict({
  text: Type.String(),
  /** Goes up by one with each change; 0: there is none yet. A writer says which one it saw. */
  revision: Type.Integer({ minimum: 0 }),
  unreadable: Unreadable,
})
export type PrivateNote = Type.Static<typeof PrivateNote>

export const getPrivateNote = endpoint('GET /api/conversations/:conversationId/private-note', {
  response: PrivateNote,
})

export const putPrivateNote = endpoint('PUT /api/conversations/:conversationId/private-note', {
  body: Strict({
    text: Type.String({ maxLength: textLimits.privateNote }),
    revision: Type.Integer({ minimum: 0 }),
  }),
  response: PrivateNote,
})

export const deletePrivateNote = endpoint('DELETE /api/conversations/:conversationId/private-note', {
  response: Type.Null(),
})
