import type { Commitment } from '../../../server/contract/commitment.ts'
import type { ComingMeeting, OneOnOnes } from '../../../server/contract/one-on-ones.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import type { Publication } from '../../../server/contract/publication.ts'

/** The one thing that is worth doing now. */
export type OneThing =
  | { kind: 'running'; meeting: ComingMeeting }
  | { kind: 'waiting'; pair: Pair; publication: Publication }
  | { kind: 'due'; pair: Pair; commitment: Commitment }
  | { kind: 'plan'; pair: Pair }

/** Reasons that the person who reads this can do something about. */
const mine: readonly Publication['reason'][] = ['no-next-meeting', 'organiser-sign-in', 'too-large', 'failed']

/**
 * The first that applies; null when nothing does, and then nothing is said. Preparing is not among them: the card of
 * the next conversation asks for it.
 * @param today the day that it is for the reader, `YYYY-MM-DD`
 */
export function oneThing({ now, meetings, pairs }: OneOnOnes, today: string): OneThing | null {
  const running = meetings.find(({ start, end, pairId }) => pairId !== null && start <= now && now < end)
  if (running) return { kind: 'running', meeting: running }
  for (const { pair, waiting } of pairs)
    if (waiting && mine.includes(waiting.reason)) return { kind: 'waiting', pair, publication: waiting }
  const due = pairs
    .flatMap(({ pair, commitments }) => commitments.map((commitment) => ({ pair, commitment })))
    .filter(({ pair, commitment }) => commitment.owner === pair.myRole && isDue(commitment, today))
    .sort((a, b) => (a.commitment.due ?? '').localeCompare(b.commitment.due ?? ''))[0]
  if (due) return { kind: 'due', ...due }
  const slipping = pairs.find(({ next, rhythm }) => next === null && rhythm.state === 'slipping')
  return slipping ? { kind: 'plan', pair: slipping.pair } : null
}

const isDue = ({ due }: Commitment, today: string): boolean => due !== null && due <= today
