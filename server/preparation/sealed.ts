import type { Role } from '../contract/pair.ts'
import type { Preparation, PreparationState, SharedPreparation } from '../contract/preparation.ts'
import {
  preparationBinding,
  type ConversationDocument,
  type ListedConversation,
  type PreparationDocument,
} from '../conversation/collection.ts'
import { otherRole } from '../pair/policy.ts'
import { KeysUnavailable, type Sealed, type Sealing } from '../sealing/sealed-field.ts'

type Prepared = Pick<ConversationDocument, '_id' | 'tenantId' | 'preparation'>
type Text = { topics: string[]; note: string }

/** @throws KeysUnavailable */
export const sealText = (
  sealing: Sealing,
  conversation: Pick<ConversationDocument, '_id' | 'tenantId'>,
  role: Role,
  revision: number,
  { topics, note }: Text,
): Promise<Sealed> =>
  sealing.seal(
    conversation.tenantId,
    preparationBinding(conversation._id, role, revision),
    JSON.stringify({ topics, note }),
  )

/** A preparation that cannot be opened is shown as unreadable: the rest of the conversation does not depend on it. */
const unreadable = { topics: [], note: '', unreadable: true as const }

async function textOf(
  sealing: Sealing,
  { _id, tenantId }: Prepared,
  role: Role,
  { sealed, revision }: PreparationDocument,
): Promise<Text | typeof unreadable> {
  const opened = await sealing.open(tenantId, preparationBinding(_id, role, revision), sealed)
  return opened.ok ? (JSON.parse(opened.text) as Text) : unreadable
}

/** One's preparation as it stands in another conversation of the pair; null: there is none that can be read. @throws KeysUnavailable */
export async function sealedFor(
  sealing: Sealing,
  from: ListedConversation,
  role: Role,
  to: ListedConversation,
): Promise<PreparationDocument | null> {
  const found = from.preparation?.[role]
  if (!found) return null
  const opened = await sealing.open(
    from.tenantId,
    preparationBinding(from._id, role, found.revision),
    found.sealed,
  )
  if (!opened.ok) {
    if (opened.reason === 'keys-unavailable') throw new KeysUnavailable('open')
    return null
  }
  const { shared, at } = found
  const revision = 1
  const sealed = await sealText(sealing, to, role, revision, JSON.parse(opened.text) as Text)
  return { ...sealed, shared, revision, at }
}

export async function mineView(
  sealing: Sealing,
  conversation: Prepared,
  role: Role,
): Promise<Preparation | null> {
  const found = conversation.preparation?.[role]
  if (!found) return null
  const { shared, revision } = found
  return { ...(await textOf(sealing, conversation, role, found)), shared, revision }
}

/** The preparation as the other may see it: null for a draft, as if there were none. */
export async function theirsView(
  sealing: Sealing,
  conversation: Prepared,
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
