import { describe, expect, test } from 'vitest'
import { deltaSync } from './delta-sync-job.ts'
import { isState, keptState } from './client-state.ts'
import { isWorthFollowing } from './follow.ts'
import { isRenewable, needsSubscription, needsWindow, nextDue, subscribeUntil } from './schedule.ts'

const now = new Date('2026-06-02T10:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 24 * 60 * 60_000)
const subscription = (until: Date) => ({ subscription: { id: 's', state: 'x', until } })

describe('client state of a subscription', () => {
  test('a client state is recognised by its stored hash, and the hash does not reveal it', () => {
    const kept = keptState('a secret')
    expect(kept).not.toContain('a secret')
    expect(isState('a secret', kept)).toBe(true)
    for (const other of ['', 'a secre', 'a secret ', 'A secret', null, undefined])
      expect(isState(other, kept)).toBe(false)
    expect(isState('a secret', '')).toBe(false)
  })
})

describe('schedule of calendar sync', () => {
  test('a subscription is requested for no longer than Graph allows and is renewed before it expires', () => {
    expect(subscribeUntil(now).getTime() - now.getTime()).toBeLessThanOrEqual(10_080 * 60_000)
    expect(needsSubscription({}, now)).toBe(true)
    expect(needsSubscription(subscription(days(6)), now)).toBe(false)
    expect([needsSubscription(subscription(days(1)), now), isRenewable(subscription(days(1)), now)]).toEqual([
      true,
      true,
    ])
    expect(isRenewable(subscription(days(-1)), now)).toBe(false)
  })

  test('the next pass is due at the renewal of the subscription or the end of the window, whichever comes first', () => {
    const delta = { delta: { link: 'l', from: days(-1) } }
    expect(nextDue({ ...subscription(days(7)), ...delta }, now)).toEqual(days(5))
    expect(nextDue({ ...subscription(days(60)), ...delta }, now)).toEqual(days(29))
    expect(needsWindow(delta, days(28))).toBe(false)
    expect(needsWindow(delta, days(29))).toBe(true)
    // Never at once: that would be a loop.
    expect(nextDue({}, now) > now).toBe(true)
  })
})

describe('choice of the calendars to follow', () => {
  test('the organiser’s calendar is followed, and the attendee’s only when the organiser’s is unavailable', () => {
    const pair = (oids: [string | null, string | null]) =>
      ({
        _id: 'p',
        members: [
          { address: 'a', oid: oids[0] },
          { address: 'b', oid: oids[1] },
        ],
      }) as never
    const conversations = [{ pairId: 'p', meeting: { organiser: 'a' }, publication: null }] as never
    const worth = (oid: string, oids: [string | null, string | null], away: string[] = []) =>
      isWorthFollowing(oid, { pairs: [pair(oids)], conversations, active: [] }, new Set(away))
    expect(worth('A', ['A', 'B'])).toBe(true)
    expect(worth('B', ['A', 'B'])).toBe(false)
    expect(worth('B', [null, 'B'])).toBe(true)
    expect(worth('B', ['A', 'B'], ['A'])).toBe(true)
    expect(worth('A', ['A', 'B'], ['B'])).toBe(true)
    expect(
      isWorthFollowing('A', { pairs: [pair(['A', 'B'])], conversations: [], active: [] }, new Set()),
    ).toBe(false)
  })
})

describe('a delta sync pass over events that were removed', () => {
  const removed = Array.from({ length: 50 }, (_, n) => `gone ${n}`)
  const pass = async (conversations: object[]) => {
    const views: Date[] = []
    const pair = { _id: 'p', members: [] as never }
    await deltaSync({ delta: { link: 'l', from: now } } as never, {
      conversations: { findOneAndUpdate: () => Promise.reject(new Error('written')) } as never,
      known: { pairs: [pair as never], conversations: conversations as never, active: [] },
      owner: ['a@x'],
      calendar: {
        view: async (from: Date) => {
          views.push(from)
          return []
        },
      } as never,
      delta: { since: async () => ({ link: 'next', events: [], removed }) } as never,
      now,
      onChanged: () => undefined,
    })
    return views.length
  }

  test('costs one look at the calendar for fifty of them, and none when nothing is at stake', async () => {
    const ofOther = { pairId: 'p', iCalUId: 'x', meeting: { start: days(1), end: days(1), organiser: 'b@x' } }
    expect([await pass([]), await pass([ofOther])]).toEqual([0, 1])
  })
})
