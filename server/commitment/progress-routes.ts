import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import type { ProgressInput } from '../contract/commitment.ts'
import { putProgress, deleteProgress } from '../contract/commitment.ts'
import { route } from '../http/route.ts'
import { inPair, type Inside } from '../pair/gate.ts'
import { Refused } from '../plugins/problems.ts'
import { commitmentMutations } from './mutations.ts'
import { commitmentView } from './view.ts'

type Params = { pairId: string; commitmentId: string; at: string }

/** Corrects or removes a line of progress, by the owner who wrote it in the chat. */
export const progressRoutes: FastifyPluginAsync = async (app) => {
  const { correct } = commitmentMutations(app.collections.commitments)

  async function change(
    { pair, member }: Inside,
    { pairId, commitmentId, at }: Params,
    to: ProgressInput | null,
  ) {
    const written = await correct(commitmentId, { pairId, role: member.role }, new Date(at), to)
    if (!written.ok) throw new Refused(written.reason)
    const event = { ...pairEvent(pair, member, app.now()), about: commitmentId }
    await app.audit.record(to ? 'corrected-progress' : 'removed-progress', event)
    app.announce.emit('pair-changed', pairId)
    return commitmentView(written.commitment)
  }

  route(app, putProgress, inPair({ toWrite: true }), async (request) =>
    change(request, request.params, request.body),
  )
  route(app, deleteProgress, inPair({ toWrite: true }), async (request) =>
    change(request, request.params, null),
  )
}
