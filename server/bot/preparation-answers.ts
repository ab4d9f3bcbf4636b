import type { AdaptiveCard } from '@microsoft/teams.cards'
import type { FastifyInstance } from 'fastify'
import { commitmentData } from '../commitment/data.ts'
import { beginning } from '../contract/beginning.ts'
import { textLimits } from '../contract/limits.ts'
import type { PersonKey } from '../contract/person-key.ts'
import { takesPlace } from '../conversation/collection.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { pairData } from '../pair/data.ts'
import { isOver, memberOf, memberWith, otherRole } from '../pair/policy.ts'
import { topicMutations, type Added } from '../preparation/topic-mutations.ts'
import { preparationItem } from '../reminder/resolve-data.ts'
import type { CardContext } from './card-parts.ts'
import { noteCard, preparationCard } from './cards.ts'
import { textOf, type Sent } from './sent.ts'

/** A topic that somebody types in a card goes to their draft, which nobody else reads. */
export function preparationAnswers({ collections }: FastifyInstance) {
  const { conversations } = collections
  const commitments = commitmentData(collections.commitments)
  const pairs = pairData(collections.pairs)
  const topics = topicMutations(activeOnly(collections.pairs, conversations))

  async function find(person: PersonKey, conversationId: string, now: Date) {
    const { tenantId } = person
    const conversation = await conversations.findOne({ _id: conversationId, tenantId })
    const pair = conversation && (await pairs.byId(conversation.pairId, tenantId))
    const member = pair && memberOf(pair, person)
    if (!conversation || !pair || !member || isOver(pair)) return null
    const { state, meeting } = conversation
    if (state !== 'open' || !takesPlace(conversation) || meeting.start <= now) return null
    return { conversation, pair, role: member.role }
  }

  return async (person: PersonKey, sent: Sent, context: CardContext, now: Date): Promise<AdaptiveCard> => {
    const { texts } = context
    const id = textOf(sent.data['conversationId'])
    const topic = beginning(textOf(sent.data['topic']), textLimits.topic)
    const found = await find(person, id, now)
    if (!found) return noteCard(texts.over, context)
    const { pair, role } = found
    const isTyped = sent.verb === 'topic' && topic !== ''
    const { added, conversation } = isTyped
      ? await topics.add(found.conversation, role, topic, now, false)
      : { added: null, conversation: found.conversation }
    const other = memberWith(pair, otherRole(role)).name
    const open = (await commitments.open([pair._id])).length
    const item = preparationItem(conversation, role, other, open)
    const note = added ? words(added, topic, context) : sent.verb === 'topic' ? texts.emptyTopic : undefined
    return preparationCard(item, context, note)
  }
}

function words(added: Added, topic: string, { texts }: CardContext): string {
  switch (added) {
    case 'added':
    case 'there':
      return texts.saidTopic(topic)
    case 'shared':
      return texts.alreadyShared
    case 'full':
      return texts.fullTopics
    case 'unreadable':
    case 'changed-meanwhile':
      return texts.notNow
  }
}
