import { describe, expect, test } from 'vitest'
import type { Commitment } from '../../../server/contract/commitment.ts'
import type { OneOnOnes } from '../../../server/contract/one-on-ones.ts'
import { oneThing } from './one-thing.ts'

type Listed = OneOnOnes['pairs'][number]
const now = '2026-06-02T09:00:00.000Z'
const today = '2026-06-02'
const commitment = (due: string | null, owner: 'coach' | 'employee' = 'coach') =>
  ({ id: due ?? 'none', owner, due, what: 'Iets doen' }) as unknown as Commitment
const pair = (id: string, more: Partial<Listed> = {}): Listed => ({
  pair: { id, myRole: 'coach' } as Listed['pair'],
  commitments: [],
  next: null,
  waiting: null,
  rhythm: { state: 'new' } as Listed['rhythm'],
  ...more,
})
const meeting = (start: string, end: string, pairId: string | null = 'a') =>
  ({ iCalUId: start, start, end, pairId }) as OneOnOnes['meetings'][number]
const overview = (pairs: Listed[], meetings: OneOnOnes['meetings'] = []): OneOnOnes => ({
  now,
  meetings,
  pairs,
  ended: [],
})
const waiting = (reason: string) => ({ reason }) as Listed['waiting']
const slipping = { rhythm: { state: 'slipping' } as Listed['rhythm'] }

describe('the one thing that is worth doing now', () => {
  test('nothing is said when nothing needs doing', () => {
    expect(oneThing(overview([pair('a')]), today)).toBeNull()
    expect(oneThing(overview([]), today)).toBeNull()
  })

  test('a conversation that is under way comes before all else', () => {
    const running = meeting('2026-06-02T08:45:00.000Z', '2026-06-02T09:15:00.000Z')
    const all = [
      pair('a', { ...slipping, waiting: waiting('failed'), commitments: [commitment('2026-06-01')] }),
    ]
    expect(oneThing(overview(all, [running]), today)).toEqual({ kind: 'running', meeting: running })
    const over = meeting('2026-06-02T08:00:00.000Z', now)
    expect(oneThing(overview(all, [over]), today)?.kind).toBe('waiting')
  })

  test('what waits counts when the reader can do something about it', () => {
    const all = [
      pair('a', { waiting: waiting('throttled') }),
      pair('b', { waiting: waiting('organiser-sign-in') }),
    ]
    expect(oneThing(overview(all), today)).toMatchObject({ kind: 'waiting', pair: { id: 'b' } })
    expect(oneThing(overview([pair('a', { waiting: waiting('throttled') })]), today)).toBeNull()
  })

  test('the commitment of mine that is due longest is named, and nobody else’s', () => {
    const all = [
      pair('a', {
        commitments: [commitment('2026-06-03'), commitment('2026-05-01', 'employee'), commitment(null)],
      }),
      pair('b', { commitments: [commitment('2026-06-02'), commitment('2026-05-20')] }),
    ]
    expect(oneThing(overview(all), today)).toMatchObject({ kind: 'due', commitment: { due: '2026-05-20' } })
  })

  test('a rhythm that slips counts as long as nothing is planned', () => {
    expect(oneThing(overview([pair('a', slipping)]), today)).toMatchObject({ kind: 'plan' })
    const planned = { ...slipping, next: meeting('2026-06-09T09:00:00.000Z', '2026-06-09T09:30:00.000Z') }
    expect(oneThing(overview([pair('a', planned as Partial<Listed>)]), today)).toBeNull()
  })
})
