import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { BalanceAnswer, CoachMinuteInput, Rating } from '../contract/balance.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { actOf } from '../conversation/act.ts'
import { conversationAccess, type Entered } from '../conversation/data.ts'
import { isOver } from '../pair/policy.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { balanceSpec } from './collection.ts'
import { balanceData } from './data.ts'
import { balanceMutations, type Place } from './mutations.ts'
import { mayWriteMinute, showEachOther } from './policy.ts'
import { balanceView, sealedBalances, sealMinute, sealRating } from './sealed.ts'

const params = Strict({ conversationId: Id })
const response = { 200: BalanceAnswer, ...problemAnswers }

/** What each says of a talk afterwards: the coach's own minute, and a rating of both. */
export const balanceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const balances = await app.database.collection(balanceSpec)
  const { both } = balanceData(balances)
  const { minute, rate } = balanceMutations(await whileItLasts(app.database, balanceSpec))
  const trail = auditTrail(await app.database.collection(auditSpec))
  const access = await conversationAccess(app.database)
  app.sealedPlaces.push(...sealedBalances(balances, app.sealing))

  async function enter(request: SignedInRequest, conversationId: string): Promise<Entered> {
    const entered = await access(personOf(request), conversationId)
    if (!entered) throw new Refused('not-found')
    return entered
  }
  const placeIn = ({ conversation: { _id, tenantId, pairId }, member: { role } }: Entered): Place => ({
    tenantId,
    pairId,
    conversationId: _id,
    role,
  })
  async function enterToWrite(request: SignedInRequest, conversationId: string) {
    const entered = await enter(request, conversationId)
    if (isOver(entered.pair)) throw new Refused('pair-ended')
    return { place: placeIn(entered), act: actOf(entered, app.now()) }
  }
  async function view(off: SwitchedOff, { conversationId, role }: Place): Promise<BalanceAnswer> {
    const ratings = !off.includes('ratings')
    const said = await balanceView(app.sealing, role, await both(conversationId, role))
    return { ...said, ratings, ...(ratings ? {} : { rating: null, theirRating: null }) }
  }

  app.get('/api/conversations/:conversationId/balance', { schema: { params, response } }, async (request) => {
    const entered = await enter(request, request.params.conversationId)
    const shown = await view(request.switchedOff, placeIn(entered))
    if (shown.theirRating !== null) await trail('read-rating', actOf(entered, app.now()))
    return shown
  })

  app.put(
    '/api/conversations/:conversationId/minute',
    { schema: { params, body: CoachMinuteInput, response } },
    async (request) => {
      const { place } = await enterToWrite(request, request.params.conversationId)
      if (!mayWriteMinute(place.role)) throw new Refused('forbidden')
      const sealed = await sealMinute(app.sealing, place, request.body)
      const written = await minute(place, sealed, request.body.revision, app.now())
      if (!written) throw new Refused('changed-meanwhile')
      return view(request.switchedOff, place)
    },
  )

  app.put(
    '/api/conversations/:conversationId/rating',
    { schema: { params, body: Rating, response } },
    async (request) => {
      const { conversationId } = request.params
      const { place, act } = await enterToWrite(request, conversationId)
      if (request.switchedOff.includes('ratings')) throw new Refused('switched-off')
      const before = showEachOther(await both(conversationId, place.role))
      await rate(place, {
        ...(await sealRating(app.sealing, place, request.body)),
        showEachOther: request.body.showEachOther,
        at: app.now(),
      })
      const after = await both(conversationId, place.role)
      // The other hears of it only when that changes what they see.
      if (before || showEachOther(after)) {
        await trail('showed-rating', act)
        app.announce.emit('changed', conversationId)
      }
      return view(request.switchedOff, place)
    },
  )
}
