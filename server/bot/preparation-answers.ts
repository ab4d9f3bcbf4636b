import type { AdaptiveCard } from '@microsoft/teams.cards'
import type { CommitmentData } from '../commitment/data.ts'
import { textLimits } from '../contract/limits.ts'
import type { PersonKey } from '../contract/person-key.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import type { PairData } from '../pair/data.ts'
import { isOver, memberOf, memberWith, otherRole } from '../pair/policy.ts'
import type { Added, TopicMutations } from '../preparation/topic-mutations.ts'
import { preparationItem } from '../reminder/resolve-data.ts'
import type { CardContext } from './card-parts.ts'
import { noteCard, preparationCard } from './cards.ts'
import { textOf, type Sent } from './sent.ts'

type Parts = {
  conversations: Collection<ConversationDocument>
  commitments: CommitmentData
  pairs: PairData
  topics: TopicMutations
}

/** Two devices may add at once; each try is made over what the one before it found. */
const attempts = 3

/** A topic that somebody types in a card goes to their draft, which nobody else reads. */
export function preparationAnswers({ conversations, commitments, pairs, topics }: Parts) {
  async function find(person: PersonKey, conversationId: string, now: Date) {
    const { tenantId } = person
    const conversation = await conversations.findOne({ _id: conversationId, tenantId })
    const pair = conversation && (await pairs.byId(conversation.pairId, tenantId))
    const member = pair && memberOf(pair, person)
    if (!conversation || !pair || !member || isOver(pair)) return null
    const { state, eligibility, meeting } = conversation
    if (state !== 'open' || eligibility || meeting.start <= now) return null
    return { conversation, pair, role: member.role }
  }

  return async (person: PersonKey, sent: Sent, context: CardContext, now: Date): Promise<AdaptiveCard> => {
    const { texts } = context
    const id = textOf(sent.data['conversationId'])
    const topic = textOf(sent.data['topic']).slice(0, textLimits.topic)
    for (let attempt = 1; ; attempt += 1) {
      const found = await find(person, id, now)
      if (!found) return noteCard(texts.over, context)
      const { conversation, pair, role } = found
      const added =
        sent.verb === 'topic' && topic ? await topics.addToDraft(conversation, role, topic, now) : null
      if (added === 'changed-meanwhile' && attempt < attempts) continue
      const other = memberWith(pair, otherRole(role)).name
      const open = (await commitments.open([pair._id])).length
      const item = preparationItem(conversation, role, other, open)
      const note = added ? words(added, topic, context) : sent.verb === 'topic' ? texts.emptyTopic : undefined
      return preparationCard(item, context, note)
    }
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
export type PreparationAnswers = ReturnType<typeof preparationAnswers>
