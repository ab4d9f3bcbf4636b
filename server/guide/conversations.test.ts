import { describe, expect, it } from 'vitest'
import { conversationsOf } from './conversations.ts'

const at = (day: number, hour = 10) => new Date(Date.UTC(2026, 5, day, hour))
const conversation = (_id: string, day: number) => ({
  _id,
  meeting: { subject: '', start: at(day), end: at(day, 11), organiser: '' },
  state: 'finished' as const,
})
const said = (conversationId: string, day: number) => ({
  conversationId,
  tried: '',
  next: '',
  outcome: 'done' as const,
  why: '',
  obstacle: '',
  reshapedFrom: null,
  start: at(day),
  by: 'coach' as const,
  at: at(day),
})
const made = { conversationId: 'a', createdAt: at(1), status: 'open' as const, followUps: [] }
const all = [conversation('a', 1), conversation('b', 8), conversation('c', 15)]
const counts = (commitment: Parameters<typeof conversationsOf>[1][number]) =>
  conversationsOf(all, [commitment], 'coach').map((one) => [one.made, one.toFollowUp, one.followedUp])

describe('conversations as the guide counts them', () => {
  it('an open commitment is to be followed up in every later conversation', () => {
    expect(counts(made)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 0],
    ])
  })
  it('a commitment closed by a follow-up is not to be followed up in later conversations', () => {
    expect(counts({ ...made, status: 'done', followUps: [said('b', 8)] })).toEqual([
      [1, 0, 0],
      [0, 1, 1],
      [0, 0, 0],
    ])
  })
  it('a follow-up that was filled in beforehand counts for its conversation', () => {
    expect(counts({ ...made, status: 'done', followUps: [said('b', 7)] })[1]).toEqual([0, 1, 1])
  })
  it('a commitment its owner closed between two conversations is not to be followed up after that', () => {
    expect(counts({ ...made, status: 'done', doneAt: at(10) })).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ])
  })
  it('a preparation counts only for the person who made it', () => {
    const preparation = { coach: { topics: [], note: '', shared: false, revision: 1, at: at(1) } }
    const prepared = (me: 'coach' | 'employee') =>
      conversationsOf([{ ...conversation('a', 1), preparation }], [], me)[0]?.prepared
    expect([prepared('coach'), prepared('employee')]).toEqual([true, false])
  })
})
