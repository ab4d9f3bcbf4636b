import { describe, expect, it } from 'vitest'
import { furthest, progressOf, type Conversation } from './progress.ts'

const conversation = (day: number, more: Partial<Conversation> = {}): Conversation => ({
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
    expect(progressOf([conversation(9, { held: false, prepared: true })])).toMatchObject({
      preparation: true,
      weeks: 0,
    })
  })
  it('follow-up is counted over the last three conversations that had something to follow up', () => {
    const due = { toFollowUp: 1, followedUp: 1 }
    const conversations = [
      conversation(1, { made: 1 }),
      conversation(8, { toFollowUp: 1 }),
      conversation(15, due),
      conversation(22),
      conversation(29, due),
      conversation(36, { toFollowUp: 2 }),
      conversation(43, { held: false, toFollowUp: 1 }),
    ]
    expect(progressOf(conversations).followUp).toEqual({ held: 2, of: 3 })
  })
  it('whole weeks are counted from the first to the last finished conversation, in any input order', () => {
    expect(progressOf([conversation(43), conversation(1), conversation(60, { held: false })]).weeks).toBe(6)
    expect(progressOf([conversation(42), conversation(1)]).weeks).toBe(5)
  })
})

describe('pair that the guide is about', () => {
  it('a person without a pair gets no pair', () => expect(furthest([]).pair).toBe(false))
  it('a single new pair is chosen', () => expect(furthest([progressOf([])]).pair).toBe(true))
  it('the pair with the most progress is chosen', () => {
    const begun = progressOf([conversation(1, { prepared: true })])
    const along = progressOf([conversation(1, { made: 1 }), conversation(15)])
    expect(furthest([begun, along, progressOf([])])).toBe(along)
  })
})
