import type { FastifyPluginAsync } from 'fastify'
import { getPrivateNote, putPrivateNote, deletePrivateNote } from '../contract/private-note.ts'
import type { Entered } from '../conversation/data.ts'
import { inConversation } from '../conversation/gate.ts'
import { route } from '../http/route.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { noteView, privateNoteData } from './data.ts'
import { privateNoteMutations, type NoteKey } from './mutations.ts'

/** My own notes in a conversation. Nobody else learns of them: no announcement, and no entry in the audit log. */
export const privateNoteRoutes: FastifyPluginAsync = async (app) => {
  const notes = app.collections.privateNotes
  const { of } = privateNoteData(notes)
  const { write } = privateNoteMutations(activeOnly(app.collections.pairs, app.collections.privateNotes))
  // Its author may take it away also when the pair has ended.
  const { remove } = privateNoteMutations(notes)

  const keyIn = (request: SignedInRequest & Entered): NoteKey => {
    const { _id: conversationId, tenantId, pairId } = request.conversation
    return { tenantId, pairId, conversationId, oid: personOf(request).oid }
  }

  route(app, getPrivateNote, inConversation(), async (request) => {
    const key = keyIn(request)
    return noteView(await of(key.conversationId, key.oid))
  })

  route(app, putPrivateNote, inConversation({ toWrite: true }), async (request) => {
    const key = keyIn(request)
    const { text, revision } = request.body
    const written = await write(key, revision, text, app.now())
    if (!written.ok) throw new Refused(written.reason)
    return { text, revision: written.note.revision }
  })

  // Also of a pair that ended: they are nobody else's.
  route(app, deletePrivateNote, inConversation(), async (request) => {
    const key = keyIn(request)
    await remove(key.conversationId, key.oid)
  })
}
