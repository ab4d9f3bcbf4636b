import type { ListedConversation } from './collection.ts'

/** How many of a pair's conversations are read at once, the latest first: some to come, and those that are looked back on. */
export const recentRead = 20

/** Conversations that are looked back on: further back nothing is "last time", and what came back as often came back often. */
export const lookBack = 10

/**
 * Where a conversation stands among its pair's. `past`: it is finished, and a later one has begun, so that it reads as it
 * was held; `earlier`: those before it, the latest first.
 */
export type Among = { past: boolean; earlier: ListedConversation[] }

/** @param recent what was read. @returns null when that does not reach back far enough to say */
export function amongRecent(
  { meeting: { start }, state }: Pick<ListedConversation, 'meeting' | 'state'>,
  recent: ListedConversation[],
  now: Date,
): Among | null {
  const earlier = recent.filter(({ meeting }) => meeting.start < start).slice(0, lookBack)
  if (recent.length === recentRead && earlier.length < lookBack) return null
  const later = recent.some(({ meeting }) => meeting.start > start && meeting.start <= now)
  return { past: state === 'finished' && later, earlier }
}

/** The addresses of those who organise the meetings of conversations, and the invites in which their sections stand. */
export const organisersOf = (conversations: ListedConversation[]): string[] =>
  conversations.flatMap(({ meeting, publication }) => [
    meeting.organiser,
    ...(publication?.target?.organiser ? [publication.target.organiser] : []),
  ])
