import type { Role } from '../contract/pair.ts'
import type { Preparation, PreparationState, SharedPreparation } from '../contract/preparation.ts'
import type {
  ConversationDocument,
  PreparationDocument,
  UnopenedConversation,
} from '../conversation/collection.ts'
import { otherRole } from '../pair/policy.ts'

type Prepared = Pick<ConversationDocument, 'preparation'>

/** A preparation that cannot be opened is shown as unreadable: the rest of the conversation does not depend on it. */
const textOf = (one: PreparationDocument) =>
  one.lost ? { topics: [], note: '', unreadable: true as const } : { topics: one.topics, note: one.note }

export function mineView({ preparation }: Prepared, role: Role): Preparation | null {
  const found = preparation?.[role]
  return found ? { ...textOf(found), shared: found.shared, revision: found.revision } : null
}

/** The preparation as the other may see it: null for a draft, as if there were none. */
export function theirsView({ preparation }: Prepared, their: Role): SharedPreparation | null {
  const found = preparation?.[their]
  return found?.shared ? textOf(found) : null
}

export function stateOf(preparation: UnopenedConversation['preparation'], mine: Role): PreparationState {
  const own = preparation?.[mine]
  const other = preparation?.[otherRole(mine)]
  return { mine: own ? (own.shared ? 'shared' : 'draft') : 'none', theirs: other?.shared ? 'shared' : 'none' }
}
