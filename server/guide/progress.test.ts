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

describe('progress of a pair in the guide', () => {
  it('a new pair has reached nothing but being a pair', () => {
    expect(progressOf([])).toEqual({
      pair: true,
      preparation: false,
      commitment: false,
      followUp: { held: 0, of: 0 },
      weeks: 0,
    })
  })
  it('a preparation for an upcoming conversation counts', () => {
    expect(progressOf([talk(9, { held: false, prepared: true })])).toMatchObject({
      preparation: true,
      weeks: 0,
    })
  })
  it('follow-up is counted over the last three conversations that had something to follow up', () => {
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
  it('whole weeks are counted from the first to the last finished conversation, in any input order', () => {
    expect(progressOf([talk(43), talk(1), talk(60, { held: false })]).weeks).toBe(6)
    expect(progressOf([talk(42), talk(1)]).weeks).toBe(5)
  })
})

describe('pair that the guide is about', () => {
  it('a person without a pair gets no pair', () => expect(furthest([]).pair).toBe(false))
  it('a single new pair is chosen', () => expect(furthest([progressOf([])]).pair).toBe(true))
  it('the pair with the most progress is chosen', () => {
    const begun = progressOf([talk(1, { prepared: true })])
    const along = progressOf([talk(1, { made: 1 }), talk(15)])
    expect(furthest([begun, along, progressOf([])])).toBe(along)
  })
})
