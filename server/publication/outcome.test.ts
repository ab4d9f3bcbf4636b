import { describe, expect, test } from 'vitest'
import { waitingReasons, type WaitingReason } from '../contract/publication.ts'
import type { PublicationDocument } from '../conversation/collection.ts'
import { retryIn } from '../queue/backoff.ts'
import { lease } from './mutations.ts'
import { backoffOf, recordOf } from './outcome.ts'

const now = new Date('2026-06-02T10:00:00Z')
const after = (attempts: number, reason: WaitingReason) =>
  recordOf(
    { attempts, publishedAt: null } as PublicationDocument,
    { kind: 'waits', reason, target: null, invites: [] },
    now,
    0.5,
  )

describe('retry schedule of a publication', () => {
  test('every waiting reason has a delay, Retry-After is honoured, and delays grow up to a maximum', () => {
    for (const reason of waitingReasons)
      expect(retryIn(backoffOf[reason], 1, undefined, 0.5)).toBeGreaterThan(0)
    expect(retryIn(backoffOf['throttled'], 1, 30, 0)).toBe(30_000)
    expect(retryIn(backoffOf['microsoft-unavailable'], 3, undefined, 1)).toBeGreaterThan(
      retryIn(backoffOf['microsoft-unavailable'], 1, undefined, 1),
    )
    expect(retryIn(backoffOf['microsoft-unavailable'], 1000, undefined, 1)).toBeLessThanOrEqual(15 * 60_000)
    expect(lease).toBeGreaterThan(10_000)
  })

  test.each(['too-large', 'join-link-at-risk', 'microsoft-refused'] as const)(
    'what no waiting mends is not tried for ever by itself, and keeps its reason: %s',
    (reason) => {
      expect(after(0, reason).dueAt?.getTime()).toBeGreaterThan(now.getTime())
      expect(after(100, reason)).toMatchObject({ dueAt: null, set: { 'publication.reason': reason } })
    },
  )

  test.each([
    'throttled',
    'microsoft-unavailable',
    'organiser-sign-in',
    'no-next-meeting',
    'changed-meanwhile',
  ] as const)('what goes away by itself is never given up: %s', (reason) => {
    expect(after(100_000, reason).dueAt?.getTime()).toBeGreaterThan(now.getTime())
  })
})
