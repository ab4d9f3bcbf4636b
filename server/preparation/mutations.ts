import type { Role } from '../contract/pair.ts'
import type { PreparationInput } from '../contract/preparation.ts'
import type {
  ConversationDocument,
  ListedConversation,
  PreparationDocument,
} from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'

export type Written =
  | { ok: true; conversation: ConversationDocument }
  | { ok: false; reason: 'changed-meanwhile' | 'conversation-began' }

export const preparationMutations = (conversations: Collection<ConversationDocument>) => ({
  /**
   * Writes one person's preparation over the revision that they saw. What is shared can be taken back until the
   * conversation begins (docs/design.md, Privacy): after that the other has it before them.
   */
  async write(
    conversation: ListedConversation,
    role: Role,
    input: PreparationInput,
    at: Date,
  ): Promise<Written> {
    const before = conversation.preparation?.[role]
    if (before?.shared && !input.shared && at >= conversation.meeting.start) {
      return { ok: false, reason: 'conversation-began' }
    }
    const field = `preparation.${role}`
    const seen = input.revision === 0 ? { [field]: null } : { [`${field}.revision`]: input.revision }
    const { topics, note, shared, revision } = input
    const written: PreparationDocument = { topics, note, shared, revision: revision + 1, at }
    const after = await conversations.findOneAndUpdate(
      { _id: conversation._id, tenantId: conversation.tenantId, ...seen },
      { $set: { [field]: written } },
    )
    return after ? { ok: true, conversation: after } : { ok: false, reason: 'changed-meanwhile' }
  },
})
