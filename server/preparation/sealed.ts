import type { Role } from '../contract/pair.ts'
import type { Preparation, PreparationState, SharedPreparation } from '../contract/preparation.ts'
import type { ConversationDocument, PreparationDocument } from '../conversation/collection.ts'
import type { Sealing } from '../plugins/context.ts'

type Text = { topics: string[]; note: string }

/** Bound to its conversation and author: moved to another place in the database it does not open. */
const placeOf = (conversationId: string, role: Role) => `preparation ${conversationId} ${role}`

export const sealText = (
  sealing: Sealing,
  conversation: Pick<ConversationDocument, '_id' | 'tenantId'>,
  role: Role,
  { topics, note }: Text,
): string =>
  sealing.seal(conversation.tenantId, placeOf(conversation._id, role), JSON.stringify({ topics, note }))

function textOf(sealing: Sealing, conversation: ConversationDocument, role: Role): Text | null {
  const found = conversation.preparation?.[role]
  if (!found) return null
  const place = placeOf(conversation._id, role)
  return JSON.parse(sealing.unseal(conversation.tenantId, place, found.sealed)) as Text
}

export const mineView = (
  sealing: Sealing,
  conversation: ConversationDocument,
  role: Role,
): Preparation | null => {
  const found = conversation.preparation?.[role]
  const text = textOf(sealing, conversation, role)
  return found && text ? { ...text, shared: found.shared, revision: found.revision } : null
}

/** What the other may see: nothing of a draft, not even that there is one. */
export const theirsView = (
  sealing: Sealing,
  conversation: ConversationDocument,
  their: Role,
): SharedPreparation | null =>
  conversation.preparation?.[their]?.shared ? textOf(sealing, conversation, their) : null

export function stateOf(
  preparation: Partial<Record<Role, PreparationDocument>> | undefined,
  mine: Role,
): PreparationState {
  const own = preparation?.[mine]
  const other = preparation?.[mine === 'coach' ? 'employee' : 'coach']
  return { mine: own ? (own.shared ? 'shared' : 'draft') : 'none', theirs: other?.shared ? 'shared' : 'none' }
}
