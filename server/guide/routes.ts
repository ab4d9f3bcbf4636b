import type { FastifyPluginAsync } from 'fastify'
import { commitmentData } from '../commitment/data.ts'
import { getGuide, getTips, putTip } from '../contract/guide.ts'
import { conversationData } from '../conversation/data.ts'
import { route } from '../http/route.ts'
import { pairData } from '../pair/data.ts'
import { memberOf } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { guideData } from './data.ts'
import { guideMutations } from './mutations.ts'
import { furthest, progressOf } from './progress.ts'
import { conversationsOf } from './conversations.ts'

/** Eight weeks of weekly conversations, and those that are coming. */
const conversationsRead = 12

/** My first weeks with Groei: how far I am, and which tips I have seen. */
export const guideRoutes: FastifyPluginAsync = async (app) => {
  const { seen } = guideData(app.collections.guides)
  const { see } = guideMutations(app.collections.guides)
  const pairs = pairData(app.collections.pairs)
  const conversations = conversationData(app.collections.conversations)
  const commitments = commitmentData(app.collections.commitments)

  route(app, getGuide, asPerson(), async (request) => {
    const person = personOf(request)
    if ((await seen(person)).includes('guide')) return { progress: null }
    const mine = await pairs.ofPerson(person.tenantId, person.oid)
    const all = await Promise.all(
      mine.map(async (pair) => {
        const recent = await conversations.ofPair(pair._id, conversationsRead)
        const made = await commitments.ofConversations(recent.map((one) => one._id))
        return progressOf(conversationsOf(recent, made, memberOf(pair, person)?.role ?? 'employee'))
      }),
    )
    return { progress: furthest(all) }
  })

  route(app, getTips, asPerson(), async (request) => ({ seen: await seen(personOf(request)) }))

  route(app, putTip, asPerson(), async (request) => {
    const person = personOf(request)
    await see(person, request.params.tip, app.now())
    return { seen: await seen(person) }
  })
}
