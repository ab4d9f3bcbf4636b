import type { Role } from '../contract/pair.ts'
import type { Preparation, PreparationState, SharedPreparation } from '../contract/preparation.ts'
import type { ConversationDocument, PreparationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import { otherRole } from '../pair/policy.ts'
import {
  KeysUnavailable,
  sealedField,
  type Sealed,
  type SealedPlace,
  type Sealing,
} from '../plugins/sealing.ts'

type Text = { topics: string[]; note: string }

/** Bound to its conversation and author: moved to another place in the database it does not open. */
const placeOf = (conversationId: string, role: Role) => `preparation ${conversationId} ${role}`

/** @throws KeysUnavailable */
export const sealText = (
  sealing: Sealing,
  conversation: Pick<ConversationDocument, '_id' | 'tenantId'>,
  role: Role,
  { topics, note }: Text,
): Promise<Sealed> =>
  sealing.seal(conversation.tenantId, placeOf(conversation._id, role), JSON.stringify({ topics, note }))

/** What cannot be opened is said to be unreadable: the rest of the conversation does not depend on it. */
const unreadable = { topics: [], note: '', unreadable: true as const }

async function textOf(
  sealing: Sealing,
  { _id, tenantId }: ConversationDocument,
  role: Role,
  { sealed }: PreparationDocument,
): Promise<Text | typeof unreadable> {
  const opened = await sealing.open(tenantId, placeOf(_id, role), sealed)
  return opened.ok ? (JSON.parse(opened.text) as Text) : unreadable
}

/** One's preparation as it stands in another talk of the pair; null: there is none that can be read. @throws KeysUnavailable */
export async function sealedFor(
  sealing: Sealing,
  from: ConversationDocument,
  role: Role,
  to: ConversationDocument,
): Promise<PreparationDocument | null> {
  const found = from.preparation?.[role]
  if (!found) return null
  const opened = await sealing.open(from.tenantId, placeOf(from._id, role), found.sealed)
  if (!opened.ok) {
    if (opened.reason === 'keys-unavailable') throw new KeysUnavailable('open')
    return null
  }
  const { shared, at } = found
  const sealed = await sealText(sealing, to, role, JSON.parse(opened.text) as Text)
  return { ...sealed, shared, revision: 1, at }
}

export async function mineView(
  sealing: Sealing,
  conversation: ConversationDocument,
  role: Role,
): Promise<Preparation | null> {
  const found = conversation.preparation?.[role]
  if (!found) return null
  const { shared, revision } = found
  return { ...(await textOf(sealing, conversation, role, found)), shared, revision }
}

/** What the other may see: nothing of a draft, not even that there is one. */
export async function theirsView(
  sealing: Sealing,
  conversation: ConversationDocument,
  their: Role,
): Promise<SharedPreparation | null> {
  const found = conversation.preparation?.[their]
  return found?.shared ? textOf(sealing, conversation, their, found) : null
}

export function stateOf(
  preparation: Partial<Record<Role, PreparationDocument>> | undefined,
  mine: Role,
): PreparationState {
  const own = preparation?.[mine]
  const other = preparation?.[otherRole(mine)]
  return { mine: own ? (own.shared ? 'shared' : 'draft') : 'none', theirs: other?.shared ? 'shared' : 'none' }
}

/** Preparations are sealed anew when their key is replaced. */
export const sealedPreparations = (
  conversations: Collection<ConversationDocument>,
  sealing: Sealing,
): SealedPlace[] =>
  (['coach', 'employee'] as const).map((role) =>
    sealedField(sealing, conversations, `preparation.${role}`, ({ _id }) => placeOf(_id, role), {
      'notes.document': 0,
    }),
  )
