import type { Commitment, CommitmentStatus, FollowUp } from '../../../server/contract/commitment.ts'
import type { PastConversation } from '../../../server/contract/one-on-ones.ts'
import type { Role } from '../../../server/contract/pair.ts'

export type MarkKind = 'made' | 'followed-up' | 'progress' | 'done' | 'dropped'
type About = 'next' | 'obstacle' | 'why' | 'wording'

/** One thing that happened to a commitment. */
export type Mark = {
  key: string
  kind: MarkKind
  /** Null: it is not known when. */
  at: string | null
  /** The one who said it. */
  by: Role | null
  /** The words of then; `about` null: they speak for themselves. */
  said: { about: About | null; text: string }[]
}

/**
 * The course of a commitment, earliest first: made, each conversation that came back to it, each line in between, and its end.
 * @param conversations those of which the start is known
 */
export function courseOf(
  commitment: Commitment,
  conversations: Pick<PastConversation, 'id' | 'start'>[],
): Mark[] {
  const { conversationId, progress, status } = commitment
  const followUps = [...commitment.followUps].sort(byTime)
  const made: Mark = {
    key: 'made',
    kind: 'made',
    at: conversations.find(({ id }) => id === conversationId)?.start ?? null,
    by: null,
    said: [{ about: null, text: wordingAfter(commitment, followUps, -1) }],
  }
  const marks = [
    ...followUps.map((one, at) => followedUp(one, wordingAfter(commitment, followUps, at))),
    ...progress.map(({ text, at, by }): Mark => ({
      key: `progress ${at}`,
      kind: 'progress',
      at,
      by,
      said: [{ about: null, text }],
    })),
  ].sort(byTime)
  const outcome = followUps.findLast((one) => one.outcome !== null)?.outcome ?? 'open'
  const end: Mark[] =
    status === 'open' || status === outcome
      ? []
      : [{ key: 'end', kind: status, at: null, by: commitment.owner, said: [] }]
  return [made, ...marks, ...end]
}

const byTime = (a: { at: string | null }, b: { at: string | null }): number =>
  (a.at ?? '').localeCompare(b.at ?? '')

/** How the commitment read once the follow-up at this place was said; -1: as it was made. */
const wordingAfter = ({ what }: Commitment, followUps: FollowUp[], at: number): string =>
  followUps.slice(at + 1).find(({ reshapedFrom }) => reshapedFrom)?.reshapedFrom?.what ?? what

const kinds: Record<CommitmentStatus, MarkKind> = { open: 'followed-up', done: 'done', dropped: 'dropped' }

function followedUp(one: FollowUp, wording: string): Mark {
  const { tried, next, obstacle, why, reshapedFrom } = one
  const lines: Mark['said'] = [
    { about: null, text: tried },
    { about: 'next', text: next },
    { about: 'obstacle', text: obstacle },
    { about: 'why', text: why },
    { about: 'wording', text: reshapedFrom && reshapedFrom.what !== wording ? wording : '' },
  ]
  return {
    key: one.conversationId,
    kind: kinds[one.outcome ?? 'open'],
    at: one.at,
    by: one.by,
    said: lines.filter(({ text }) => text.trim() !== ''),
  }
}
