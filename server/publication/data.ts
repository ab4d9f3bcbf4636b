import type { Publication } from '../contract/publication.ts'
import type {
  ConversationDocument,
  ListedConversation,
  PublicationDocument,
} from '../conversation/collection.ts'
import { listedIn } from '../conversation/data.ts'
import { recentRead } from '../conversation/recent.ts'
import type { Collection } from '../database/collection.ts'

/** The publications of these pairs that still wait, by pair. */
export async function waitingOf(
  conversations: Collection<ConversationDocument>,
  pairIds: string[],
): Promise<Map<string, Publication>> {
  if (pairIds.length === 0) return new Map()
  const found = await listedIn(conversations)({ pairId: { $in: pairIds }, 'publication.state': 'waiting' })
  return new Map(
    found.flatMap(({ pairId, publication }) => {
      const view = publicationView(publication)
      return view ? [[pairId, view]] : []
    }),
  )
}

const active = ['waiting', 'published'] as const

/**
 * The same of one pair.
 * @param recent its latest conversations. @returns null when there may be more of them
 */
export function activeIn(recent: ListedConversation[]): ListedConversation[] | null {
  const states: readonly (string | undefined)[] = active
  return recent.length < recentRead ? recent.filter((one) => states.includes(one.publication?.state)) : null
}

/** Sections that stand in an invite or wait for one: at most a few of a pair, for later ones take their place. */
export const activeOf = (
  conversations: Collection<ConversationDocument>,
  pairIds: string[],
): Promise<ListedConversation[]> =>
  listedIn(conversations)({ pairId: { $in: pairIds }, 'publication.state': { $in: [...active] } })

/** Sections that have had their time, and are still to be taken out of an invite. */
export const unclearedOf = (
  conversations: Collection<ConversationDocument>,
  pairId: string,
): Promise<ListedConversation[]> =>
  listedIn(conversations)({
    pairId,
    'publication.state': 'superseded',
    'publication.dueAt': { $exists: true },
  })

export const publicationView = (one: PublicationDocument | null): Publication | null =>
  one && {
    state: one.state,
    reason: one.reason,
    triedSince: (one.reason === 'keeps-failing' && one.triedSince?.toISOString()) || null,
    scope: one.scope,
    target: one.target && { subject: one.target.subject, start: one.target.start.toISOString() },
    publishedAt: one.publishedAt?.toISOString() ?? null,
    handEdited: one.handEdited === true,
  }
