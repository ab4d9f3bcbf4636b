import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import { OneOnOnes, type ComingMeeting } from '../contract/one-on-ones.ts'
import { problemAnswers } from '../contract/problem.ts'
import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { me, oneOnOnes, pairKey } from '../meeting/one-on-one.ts'
import { meetingView } from '../meeting/view.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { memberOf, pairView } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { stateOf } from '../preparation/sealed.ts'
import { waitingOf } from '../publication/data.ts'
import { rhythmOf } from './rhythm.ts'

const week = 7 * 24 * 60 * 60 * 1000
/** Enough talks of a pair to know their rhythm, and those of the coming weeks. */
const talksRead = 12

/** A talk took place when it was finished, or something was written in it and it is over. */
const wasHeld = (one: ConversationDocument, now: Date) =>
  one.state === 'finished' || (one.meeting.end < now && Object.values(one.notes.texts).some((text) => text))

/** My 1-on-1s: the coming ones out of the noise of the calendar, and the pairs. */
export const oneOnOneRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const pairs = pairData(await app.database.collection(pairSpec))
  const conversations = conversationData(await app.database.collection(conversationSpec))
  const commitments = commitmentData(await app.database.collection(commitmentSpec))
  const waiting = await waitingOf(app.database)

  app.get(
    '/api/one-on-ones',
    { schema: { response: { 200: OneOnOnes, ...problemAnswers } } },
    async (request): Promise<OneOnOnes> => {
      const person = personOf(request)
      const now = app.now()
      const calendar = app.calendarOf(person)
      const [events, { addresses }, documents] = await Promise.all([
        calendar.view(now, new Date(now.getTime() + 3 * week)),
        calendar.profile(),
        pairs.ofPerson(person.tenantId, person.oid),
      ])
      const mine = await Promise.all(
        documents
          .flatMap((pair) => {
            const member = memberOf(pair, person)
            return member ? [{ pair, member }] : []
          })
          .map(async (one) => ({ ...one, talks: await conversations.ofPair(one.pair._id, talksRead) })),
      )
      const open = await commitments.open(mine.map(({ pair }) => pair._id))

      // An invite to a group that I am in looks like two people, of whom I am neither.
      const meetings: ComingMeeting[] = oneOnOnes(events)
        .filter((one) => addresses.includes(me(one).address))
        .map((one) => {
          const known = mine.find(({ pair }) => pair.key === pairKey(one))
          const talk = known?.talks.find(({ iCalUId }) => iCalUId === one.iCalUId)
          const preparation = stateOf(talk?.preparation, known?.member.role ?? 'employee')
          return { ...meetingView(one, known?.pair._id ?? null), preparation }
        })
      return {
        now: now.toISOString(),
        meetings,
        pairs: await Promise.all(
          mine.map(async ({ pair, member, talks }) => {
            const next = meetings.find((meeting) => meeting.pairId === pair._id) ?? null
            const held = talks.filter((one) => wasHeld(one, now)).map((one) => one.meeting.start)
            return {
              pair: pairView(pair, member),
              commitments: open.filter((one) => one.pairId === pair._id).map(commitmentView),
              next,
              waiting: await waiting(pair._id),
              rhythm: rhythmOf(held, next && new Date(next.start), now),
            }
          }),
        ),
      }
    },
  )
}
