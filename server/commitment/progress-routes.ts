import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pairAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { Commitment, ProgressInput } from '../contract/commitment.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Instant, Strict } from '../contract/shape.ts'
import { pairAccess } from '../pair/data.ts'
import { isOver } from '../pair/policy.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { commitmentSpec } from './collection.ts'
import { commitmentMutations } from './mutations.ts'
import { commitmentView } from './view.ts'

const path = '/api/pairs/:pairId/commitments/:commitmentId/progress/:at'
type Params = { pairId: string; commitmentId: string; at: string }
const schema = {
  params: Strict({ pairId: Id, commitmentId: Id, at: Instant }),
  response: { 200: Commitment, ...problemAnswers },
}

/** What its owner said of a commitment in the chat can be put right, and taken back, by who said it. */
export const progressRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { correct } = commitmentMutations(await app.database.collection(commitmentSpec))
  const access = await pairAccess(app.database)
  const trail = auditTrail(await app.database.collection(auditSpec))

  async function change(
    request: SignedInRequest,
    { pairId, commitmentId, at }: Params,
    to: ProgressInput | null,
  ) {
    const entered = await access(personOf(request), pairId)
    if (!entered) throw new Refused('not-found')
    const { pair, member } = entered
    if (isOver(pair)) throw new Refused('pair-ended')
    const written = await correct(commitmentId, { pairId, role: member.role }, new Date(at), to)
    if (!written.ok) throw new Refused(written.reason)
    const act = { ...pairAct(pair, member, app.now()), about: commitmentId }
    await trail(to ? 'corrected-progress' : 'removed-progress', act)
    app.announce.emit('pair-changed', pairId)
    return commitmentView(written.commitment)
  }

  app.put(path, { schema: { ...schema, body: ProgressInput } }, async (request) =>
    change(request, request.params, request.body),
  )
  app.delete(path, { schema }, async (request) => change(request, request.params, null))
}
