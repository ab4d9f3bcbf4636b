import type { AdaptiveCard } from '@microsoft/teams.cards'
import type { FastifyInstance } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { answering } from '../commitment/answer-job.ts'
import type { CommitmentDocument } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { beginning } from '../contract/beginning.ts'
import type { CommitmentAnswer } from '../contract/commitment.ts'
import type { PersonKey } from '../contract/person-key.ts'
import { reminderTopics, type ReminderTopic } from '../contract/person.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { isOver, memberOf, memberWith, otherRole } from '../pair/policy.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personMutations } from '../person/mutations.ts'
import { Refused } from '../plugins/problems.ts'
import { day, type CardContext } from './card-parts.ts'
import { helpCard, noteCard } from './cards.ts'
import { commitmentCard, progressLimit } from './commitment-card.ts'
import { dayIn } from './day-input.ts'
import { digestCard, mineCard } from './list-cards.ts'
import { preparationAnswers } from './preparation-answers.ts'
import { textOf, type Sent } from './sent.ts'

/**
 * Answers to cards, each with a card that shows how things stand now: whoever taps an old card, twice, from two
 * devices, or on what is gone or somebody else's, sees the present state, and nothing is harmed.
 */
export function cardAnswers(app: FastifyInstance) {
  const { people, pairs: pairCollection, commitments } = app.collections
  const pairs = pairData(pairCollection)
  const { find } = personData(people)
  const { choose } = personMutations(people)
  const { open: openBetween } = commitmentData(commitments)
  const takeAnswer = answering(app)
  const preparation = preparationAnswers(app)
  /** One of the two saw what is open of theirs. */
  const onRead = (pair: PairDocument, member: Member) =>
    app.audit.record('read-commitments', pairEvent(pair, member, app.now()))

  async function mine(person: PersonKey) {
    const mineToo = await pairs.ofPerson(person.tenantId, person.oid)
    const open = await openBetween(mineToo.map((pair) => pair._id))
    const found = open.flatMap((commitment) => {
      const pair = mineToo.find((one) => one._id === commitment.pairId)
      const member = pair && memberOf(pair, person)
      return pair && member?.role === commitment.owner ? [{ commitment, pair, member }] : []
    })
    for (const { pair, member } of found) await onRead(pair, member)
    return found.map(({ commitment, pair, member }) => ({
      commitment,
      other: memberWith(pair, otherRole(member.role)).name,
    }))
  }

  /** The answer that a verb and its inputs stand for; words when it is none. */
  function answerOf(
    { verb, data: sent }: Sent,
    { texts, timeZone }: CardContext,
  ): CommitmentAnswer | string | null {
    if (verb === 'done') return { done: true }
    if (verb === 'progress') {
      const progress = beginning(textOf(sent['progress']), progressLimit)
      return progress ? { progress } : texts.emptyProgress
    }
    if (verb === 'date') {
      const due = dayIn(textOf(sent['date']), timeZone)
      return due ? { due } : texts.badDate
    }
    return null
  }

  async function ofCommitment(person: PersonKey, sent: Sent, context: CardContext): Promise<AdaptiveCard> {
    const { texts } = context
    const found = await commitments.findOne({
      _id: textOf(sent.data['commitmentId']),
      tenantId: person.tenantId,
    })
    const pair = found && (await pairs.byId(found.pairId, person.tenantId))
    const member = pair && memberOf(pair, person)
    // Somebody else's is as absent as what was never there.
    if (!found || !pair || !member || isOver(pair)) return noteCard(texts.gone, context)
    if (member.role !== found.owner) return noteCard(texts.notYours, context)
    const other = memberWith(pair, otherRole(member.role)).name
    await onRead(pair, member)
    const shown = (commitment: CommitmentDocument, note?: string) =>
      commitmentCard({ commitment, other, ...(note ? { note } : {}) }, context)

    const answer = answerOf(sent, context)
    if (answer === null) return shown(found, found.status === 'open' ? undefined : texts.already)
    if (typeof answer === 'string') return shown(found, answer)
    const answered = await takeAnswer(person, { pair, member }, found._id, answer).catch((error: unknown) => {
      if (error instanceof Refused) return null
      throw error
    })
    if (!answered?.ok) {
      if (answered?.reason === 'past-day') return shown(found, texts.badDate)
      const isThere = answered && 'commitment' in answered
      return isThere ? shown(answered.commitment, texts.already) : noteCard(texts.gone, context)
    }
    const { commitment, isNews } = answered
    if ('done' in answer) {
      if (!isNews) return shown(commitment, texts.already)
      const said = texts.saidDone(commitment.what)
      return (await listWith(person, sent, context, said)) ?? shown(commitment, `${said}. ${texts.lookBack}`)
    }
    return shown(commitment, 'due' in answer ? texts.saidDate(day(answer.due, context)) : texts.saidProgress)
  }

  /** The list in which a button stood, as it is now; null when it stood in none. */
  async function listWith(
    person: PersonKey,
    { data: { list }, messageId }: Sent,
    context: CardContext,
    note?: string,
  ): Promise<AdaptiveCard | null> {
    if (list === 'mine') return mineCard(await mine(person), context, note)
    if (list !== 'digest' || !messageId) return null
    const { items, done } = await app.remindersIn(person, messageId)
    // A message of another day, or of nobody: the one commitment is shown by itself.
    return items.length + done.length > 0 ? digestCard(items, context, done) : null
  }

  /** Switches one kind of messages off or on. */
  async function silence(person: PersonKey, topic: ReminderTopic, off: boolean): Promise<void> {
    const hours = hoursOf(await find(person))
    const others = hours.silenced.filter((one) => one !== topic)
    await choose(person, { ...hours, silenced: off ? [...others, topic] : others })
  }

  return {
    mine,
    silence,
    async answer(person: PersonKey, sent: Sent, context: CardContext, now: Date): Promise<AdaptiveCard> {
      const { texts } = context
      if (sent.verb === 'mine') return mineCard(await mine(person), context)
      if (sent.verb === 'digest') {
        const list = await listWith(person, { ...sent, data: { list: 'digest' } }, context)
        return list ?? noteCard(texts.digest(0), context)
      }
      if (sent.verb === 'preparation' || sent.verb === 'topic') return preparation(person, sent, context, now)
      if (sent.verb === 'silence') {
        const topic = reminderTopics.find((one) => one === sent.data['topic'])
        if (!topic) return helpCard(context)
        await silence(person, topic, true)
        return noteCard(texts.silenced(texts.topics[topic]), context)
      }
      if (['show', 'done', 'progress', 'date'].includes(sent.verb)) return ofCommitment(person, sent, context)
      return helpCard(context)
    },
  }
}
