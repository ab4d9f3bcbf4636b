import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { getAudience, putPrivacy } from '../contract/publication.ts'
import { inConversation } from '../conversation/gate.ts'
import { route } from '../http/route.ts'
import { inPair } from '../pair/gate.ts'
import { pairMutations } from '../pair/mutations.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { audienceOf } from './audience.ts'
import { activeOf } from './data.ts'
import { publicationMutations } from './mutations.ts'
import { stretchFor } from './next-invite-data.ts'

/** The people who can read what is shared, and keeping that to the two. */
export const publicationRoutes: FastifyPluginAsync = async (app) => {
  const { conversations } = app.collections
  const { checkAgain } = publicationMutations(conversations)
  const pairs = pairMutations(app.collections.pairs)

  route(app, getAudience, inConversation({ toWrite: true }), async (request) => {
    const { conversation, pair, member } = request
    const now = app.now()
    const events = await app.calendarOf(personOf(request)).view(...stretchFor(conversation, now))
    return audienceOf({ conversation, pair, me: member }, events, now)
  })

  route(app, putPrivacy, inPair({ toWrite: true }), async (request) => {
    const { pair, member } = request
    const { keepPrivate } = request.body
    if (!(await pairs.keepPrivate(pair, member, keepPrivate))) throw new Refused('pair-ended')
    await app.audit.record('changed-privacy', pairEvent(pair, member, app.now()))
    // A section that is in an invite is hidden now. Taken back, the choice opens nothing: who hid it is not known.
    if (keepPrivate) {
      for (const one of await activeOf(conversations, [pair._id])) await checkAgain(one._id, app.now())
      app.announce.emit('due')
    }
    return { keepPrivate }
  })
}
