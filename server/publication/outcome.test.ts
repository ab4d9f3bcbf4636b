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

  test('what Microsoft has not taken for more than a day says since when, is tried hourly, and begins anew once it was taken', () => {
    const hours = (n: number) => new Date(now.getTime() + n * 60 * 60_000)
    const fails = (at: Date, reason: WaitingReason, triedSince: Date | null) =>
      recordOf(
        { attempts: 200, publishedAt: null, triedSince } as PublicationDocument,
        { kind: 'waits', reason, target: null, invites: [], retryAfter: 1 },
        at,
        0.5,
      )
    expect(fails(now, 'microsoft-unavailable', null).set).toMatchObject({
      'publication.reason': 'microsoft-unavailable',
      'publication.triedSince': now,
    })
    for (const reason of ['throttled', 'microsoft-unavailable', 'changed-meanwhile'] as const) {
      expect(fails(hours(24), reason, now).set).toMatchObject({ 'publication.reason': reason })
      const long = fails(hours(25), reason, now)
      expect(long.set).toMatchObject({
        'publication.reason': 'keeps-failing',
        'publication.triedSince': now,
      })
      expect(long.dueAt!.getTime() - hours(25).getTime()).toBeGreaterThanOrEqual(30 * 60_000)
    }
    expect(fails(hours(25), 'no-next-meeting', now).set).toMatchObject({ 'publication.triedSince': null })
  })

  test.each([
    'throttled',
    'microsoft-unavailable',
    'organiser-sign-in',
    'no-mailbox',
    'altered',
    'keeps-failing',
    'no-next-meeting',
    'changed-meanwhile',
  ] as const)('what goes away by itself is never given up: %s', (reason) => {
    expect(after(100_000, reason).dueAt?.getTime()).toBeGreaterThan(now.getTime())
  })
})
