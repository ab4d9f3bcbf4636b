import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PrivateNote, PrivateNoteInput } from '../contract/private-note.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import { conversationAccess } from '../conversation/data.ts'
import { isOver } from '../pair/policy.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { sealedField } from '../plugins/sealing.ts'
import { privateNoteSpec } from './collection.ts'
import { noteView, placeOf, privateNoteData } from './data.ts'
import { privateNoteMutations } from './mutations.ts'

const params = Strict({ conversationId: Id })
const path = '/api/conversations/:conversationId/private-note'

/** My own notes in a talk. Nobody is told of them: no announcement, and no line in the trail. */
export const privateNoteRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const notes = await app.database.collection(privateNoteSpec)
  const { of } = privateNoteData(notes)
  const { write } = privateNoteMutations(await whileItLasts(app.database, privateNoteSpec))
  // Its author may take it away also when the pair has ended.
  const { remove } = privateNoteMutations(notes)
  const access = await conversationAccess(app.database)
  app.sealedPlaces.push(sealedField(app.sealing, notes, '', placeOf))

  async function enter(request: SignedInRequest, conversationId: string) {
    const person = personOf(request)
    const entered = await access(person, conversationId)
    if (!entered) throw new Refused('not-found')
    const { tenantId, pairId } = entered.conversation
    return { pair: entered.pair, place: { tenantId, pairId, conversationId, oid: person.oid } }
  }

  app.get(
    path,
    { schema: { params, response: { 200: PrivateNote, ...problemAnswers } } },
    async (request) => {
      const { place } = await enter(request, request.params.conversationId)
      return noteView(app.sealing, await of(place.conversationId, place.oid))
    },
  )

  app.put(
    path,
    { schema: { params, body: PrivateNoteInput, response: { 200: PrivateNote, ...problemAnswers } } },
    async (request) => {
      const { pair, place } = await enter(request, request.params.conversationId)
      if (isOver(pair)) throw new Refused('pair-ended')
      const { text, revision } = request.body
      const sealed = await app.sealing.seal(place.tenantId, placeOf(place), text)
      const written = await write(place, revision, sealed, { id: app.newId(), at: app.now() })
      if (!written.ok) throw new Refused(written.reason)
      return { text, revision: written.note.revision }
    },
  )

  // Also of a pair that ended: they are nobody else's.
  app.delete(
    path,
    { schema: { params, response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { place } = await enter(request, request.params.conversationId)
      await remove(place.conversationId, place.oid)
      return reply.code(204).send(null)
    },
  )
}
