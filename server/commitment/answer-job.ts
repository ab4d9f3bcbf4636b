import type { FastifyInstance } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { pairEvent } from '../audit/event.ts'
import type { CommitmentAnswer } from '../contract/commitment.ts'
import type { PersonKey } from '../contract/person-key.ts'
import { activeOnly } from '../pair/active-collection.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { hoursOf, personData } from '../person/data.ts'
import { answerMutations, type Answered } from './answer-mutations.ts'

/** `past-day`: it cannot be done on a day that is over where its owner is. */
export type AnsweredBy = Answered | { ok: false; reason: 'past-day' }

export type Answering = (
  person: PersonKey,
  inside: { pair: PairDocument; member: Pick<Member, 'role'> },
  commitmentId: string,
  answer: CommitmentAnswer,
) => Promise<AnsweredBy>

/**
 * An owner's answer to a commitment, from a screen or from the chat: by the same rules, and with the same that follows.
 * @throws Refused `pair-ended`, from what it returns
 */
export function answering(
  app: Pick<FastifyInstance, 'collections' | 'audit' | 'announce' | 'now'>,
): Answering {
  const { collections, audit, announce, now } = app
  const { answer } = answerMutations(activeOnly(collections.pairs, collections.commitments))
  const people = personData(collections.people)

  return async (person, { pair, member }, commitmentId, given) => {
    const at = now()
    if ('due' in given) {
      const { timeZone } = hoursOf(await people.find(person))
      const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
      if (given.due < today.toPlainDate().toString()) return { ok: false, reason: 'past-day' }
    }
    const answered = await answer(commitmentId, { pairId: pair._id, role: member.role }, given, at)
    if (!answered.ok || !answered.isNews) return answered
    await audit.record('answered-commitment', { ...pairEvent(pair, member, at), about: commitmentId })
    announce.emit('pair-changed', pair._id)
    announce.emit('to-remind')
    return answered
  }
}
