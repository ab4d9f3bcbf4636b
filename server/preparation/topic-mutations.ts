import { countLimits } from '../contract/limits.ts'
import type { Role } from '../contract/pair.ts'
import type { ConversationDocument, ListedConversation } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import { preparationMutations } from './mutations.ts'
import { mineView } from './view.ts'

/** `there`: it was there already. `shared`: it was not added, for the other would read it at once. */
export type Added = 'added' | 'there' | 'shared' | 'full' | 'unreadable' | 'changed-meanwhile'

/** Two devices may add at once; each try is made over what the one before it found. */
const attempts = 3

export const topicMutations = (conversations: Collection<ConversationDocument>) => {
  const preparations = preparationMutations(conversations)
  async function addOnce(
    conversation: ListedConversation,
    role: Role,
    topic: string,
    at: Date,
    mayShare: boolean,
  ): Promise<Added> {
    const mine = mineView(conversation, role)
    const { topics, note, shared, revision } = mine ?? { topics: [], note: '', shared: false, revision: 0 }
    if (shared && !mayShare) return 'shared'
    if (mine?.unreadable) return 'unreadable'
    if (topics.includes(topic)) return 'there'
    if (topics.length >= countLimits.topics) return 'full'
    const text = { topics: [...topics, topic], note }
    const written = await preparations.write(conversation, role, { ...text, shared, revision }, at)
    return written.ok ? 'added' : 'changed-meanwhile'
  }

  return {
    /**
     * Adds a topic to somebody's preparation, once.
     * @param mayShare also to a shared one, for who sees that it is: there the other reads the topic at once
     * @returns what came of it, and the conversation over which that was tried last
     */
    async add(conversation: ListedConversation, role: Role, topic: string, at: Date, mayShare: boolean) {
      let seen = conversation
      for (let attempt = 1; ; attempt += 1) {
        const added = await addOnce(seen, role, topic, at, mayShare)
        if (added !== 'changed-meanwhile' || attempt === attempts) return { added, conversation: seen }
        seen = (await conversations.findOne({ _id: conversation._id })) ?? seen
      }
    },
  }
}
