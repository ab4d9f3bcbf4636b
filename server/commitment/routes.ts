import type { FastifyPluginAsync } from 'fastify'
import type { Commitment } from '../contract/commitment.ts'
import { putCommitment, deleteCommitment, putFollowUp } from '../contract/commitment.ts'
import type { ItemKind } from '../contract/live-fields.ts'
import type { Role } from '../contract/pair.ts'
import { inConversation } from '../conversation/gate.ts'
import { Refused } from '../plugins/problems.ts'
import { route } from '../http/route.ts'
import { cameBackLater } from './snapshot.ts'
import { commitmentView } from './view.ts'

type Said = {
  due?: string | null | undefined
  owner?: Role
  outcome?: string | undefined
  removed?: 'yes' | 'no'
}

/** The commitments of a conversation and what it says of earlier ones, typed into the live document by a program. */
export const commitmentRoutes: FastifyPluginAsync = async (app) => {
  const { commitments } = app.collections

  async function write(
    { params, member }: { params: { conversationId: string; commitmentId: string }; member: { role: Role } },
    kind: ItemKind,
    texts: Record<string, string | undefined>,
    { due, ...others }: Said,
  ): Promise<void> {
    const choices = { ...others, ...(due === undefined ? {} : { due: due ?? '' }) }
    const refused = await app.liveNotes.write(params.conversationId, member.role, {
      kind,
      id: params.commitmentId,
      texts: named(texts),
      choices: named(choices),
    })
    if (refused) throw new Refused(refused)
  }

  async function stored(commitmentId: string, pairId: string): Promise<Commitment> {
    const found = await commitments.findOne({ _id: commitmentId, pairId })
    if (!found) throw new Refused('not-found')
    return commitmentView(found)
  }

  /** @throws Refused when it is none of this conversation */
  async function refuseOther(commitmentId: string, conversationId: string): Promise<void> {
    const found = await commitments.findOne({ _id: commitmentId })
    if (found && found.conversationId !== conversationId) throw new Refused('not-found')
  }

  route(app, putCommitment, inConversation({ toWrite: true }), async (request) => {
    const { conversationId, commitmentId } = request.params
    await refuseOther(commitmentId, conversationId)
    const { owner, due, ...texts } = request.body
    await write(request, 'commitment', texts, { owner, due, removed: 'no' })
    return stored(commitmentId, request.conversation.pairId)
  })

  route(app, deleteCommitment, inConversation({ toWrite: true }), async (request) => {
    const { conversationId, commitmentId } = request.params
    await refuseOther(commitmentId, conversationId)
    // Deleting is idempotent: a commitment that does not exist is deleted already.
    if (!(await commitments.findOne({ _id: commitmentId }))) return
    // Nobody is there to put it back.
    const words = { what: '', firstStep: '', criterion: '', ifThen: '' }
    await write(request, 'commitment', words, { removed: 'yes' })
  })

  route(app, putFollowUp, inConversation({ toWrite: true }), async (request) => {
    const { conversation } = request
    const { commitmentId } = request.params
    const { _id: id, pairId, meeting } = conversation
    const found = await commitments.findOne({ _id: commitmentId, pairId })
    if (!found || found.conversationId === id) throw new Refused('not-found')
    if (cameBackLater(found, { id, start: meeting.start })) throw new Refused('carried-over')
    const { due, outcome, ...texts } = request.body
    await write(request, 'follow-up', texts, { due, outcome })
    return stored(commitmentId, pairId)
  })
}

/** Only what is named is changed. */
const named = <Value>(all: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter((one): one is [string, Value] => one[1] !== undefined))
