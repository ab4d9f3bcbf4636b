import type { FastifyPluginAsync } from 'fastify'
import { answerCommitment, type CommitmentAnswer } from '../contract/commitment.ts'
import { route } from '../http/route.ts'
import { inPair } from '../pair/gate.ts'
import { personOf } from '../plugins/auth.ts'
import { invalid, Refused } from '../plugins/problems.ts'
import { answering } from './answer-job.ts'
import { commitmentView } from './view.ts'

/** An owner's answer between two conversations, on a screen. */
export const answerRoutes: FastifyPluginAsync = async (app) => {
  const answer = answering(app)

  route(app, answerCommitment, inPair({ toWrite: true }), async (request) => {
    const { params, body } = request
    const answered = await answer(personOf(request), request, params.commitmentId, trimmed(body))
    if (answered.ok) return commitmentView(answered.commitment)
    if (answered.reason !== 'past-day') throw new Refused(answered.reason)
    throw invalid('/due', 'must not be past')
  })
}

const trimmed = (answer: CommitmentAnswer): CommitmentAnswer =>
  'progress' in answer ? { progress: answer.progress.trim() } : answer
