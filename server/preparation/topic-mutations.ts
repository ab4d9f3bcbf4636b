import { countLimits } from '../contract/limits.ts'
import type { Role } from '../contract/pair.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import type { Sealing } from '../sealing/sealed-field.ts'
import { preparationMutations } from './mutations.ts'
import { mineView, sealText } from './sealed.ts'

export type Added = 'added' | 'shared' | 'full' | 'unreadable' | 'changed-meanwhile'

export const topicMutations = (conversations: Collection<ConversationDocument>, sealing: Sealing) => {
  const preparations = preparationMutations(conversations)
  return {
    /**
     * Adds a topic to somebody's draft, once. A preparation that is shared is left alone: the other would read the topic
     * at once.
     */
    async addToDraft(
      conversation: ConversationDocument,
      role: Role,
      topic: string,
      at: Date,
    ): Promise<Added> {
      const mine = await mineView(sealing, conversation, role)
      const { topics, note, shared, revision } = mine ?? { topics: [], note: '', shared: false, revision: 0 }
      if (shared) return 'shared'
      if (mine?.unreadable) return 'unreadable'
      if (topics.includes(topic)) return 'added'
      if (topics.length >= countLimits.topics) return 'full'
      const text = { topics: [...topics, topic], note }
      const sealed = await sealText(sealing, conversation, role, revision + 1, text)
      const written = await preparations.write(conversation, role, { ...text, shared, revision }, sealed, at)
      return written.ok ? 'added' : 'changed-meanwhile'
    },
  }
}
export type TopicMutations = ReturnType<typeof topicMutations>
