import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { Guide, TipId, Tips } from '../contract/guide.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Strict } from '../contract/shape.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { memberOf } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { guideSpec } from './collection.ts'
import { guideData } from './data.ts'
import { guideMutations } from './mutations.ts'
import { furthest, progressOf } from './progress.ts'
import { talksOf } from './talks.ts'

/** Eight weeks of weekly talks, and those that are coming. */
const talksRead = 12

/** My first weeks with Groei: how far I am, and which tips I have seen. */
export const guideRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const guides = await app.database.collection(guideSpec)
  const { seen } = guideData(guides)
  const { see } = guideMutations(guides)
  const pairs = pairData(await app.database.collection(pairSpec))
  const conversations = conversationData(await app.database.collection(conversationSpec))
  const commitments = commitmentData(await app.database.collection(commitmentSpec))

  app.get(
    '/api/guide',
    { schema: { response: { 200: Guide, ...problemAnswers } } },
    async (request): Promise<Guide> => {
      const person = personOf(request)
      if ((await seen(person)).includes('guide')) return { progress: null }
      const mine = await pairs.ofPerson(person.tenantId, person.oid)
      const all = await Promise.all(
        mine.map(async (pair) => {
          const talks = await conversations.ofPair(pair._id, talksRead)
          const made = await commitments.ofTalks(talks.map((one) => one._id))
          return progressOf(talksOf(talks, made, memberOf(pair, person)?.role ?? 'employee'))
        }),
      )
      return { progress: furthest(all) }
    },
  )

  app.get(
    '/api/tips',
    { schema: { response: { 200: Tips, ...problemAnswers } } },
    async (request): Promise<Tips> => ({ seen: await seen(personOf(request)) }),
  )

  app.put(
    '/api/tips/:tip',
    { schema: { params: Strict({ tip: TipId }), response: { 200: Tips, ...problemAnswers } } },
    async (request): Promise<Tips> => {
      const person = personOf(request)
      await see(person, request.params.tip, app.now())
      return { seen: await seen(person) }
    },
  )
}
