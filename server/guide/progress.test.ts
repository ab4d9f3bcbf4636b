import { describe, expect, it } from 'vitest'
import { furthest, progressOf, type Talk } from './progress.ts'

const talk = (day: number, more: Partial<Talk> = {}): Talk => ({
  start: new Date(Date.UTC(2026, 5, day)),
  held: true,
  prepared: false,
  made: 0,
  toFollowUp: 0,
  followedUp: 0,
  ...more,
})

describe('how far two people are', () => {
  it('at the very beginning: they are a pair', () => {
    expect(progressOf([])).toEqual({
      pair: true,
      preparation: false,
      commitment: false,
      followUp: { held: 0, of: 0 },
      weeks: 0,
    })
  })
  it('counts a preparation of a talk that is still to come', () => {
    expect(progressOf([talk(9, { held: false, prepared: true })])).toMatchObject({
      preparation: true,
      weeks: 0,
    })
  })
  it('counts the follow-up of the last three talks that had something to follow up', () => {
    const due = { toFollowUp: 1, followedUp: 1 }
    const talks = [
      talk(1, { made: 1 }),
      talk(8, { toFollowUp: 1 }),
      talk(15, due),
      talk(22),
      talk(29, due),
      talk(36, { toFollowUp: 2 }),
      talk(43, { held: false, toFollowUp: 1 }),
    ]
    expect(progressOf(talks).followUp).toEqual({ held: 2, of: 3 })
  })
  it('counts whole weeks from the first talk held to the last, in whatever order they come', () => {
    expect(progressOf([talk(43), talk(1), talk(60, { held: false })]).weeks).toBe(6)
    expect(progressOf([talk(42), talk(1)]).weeks).toBe(5)
  })
})

describe('the pair that the guide is about', () => {
  it('is none as long as there is none', () => expect(furthest([]).pair).toBe(false))
  it('is the first one, however new', () => expect(furthest([progressOf([])]).pair).toBe(true))
  it('is the one that is furthest', () => {
    const begun = progressOf([talk(1, { prepared: true })])
    const along = progressOf([talk(1, { made: 1 }), talk(15)])
    expect(furthest([begun, along, progressOf([])])).toBe(along)
  })
})
