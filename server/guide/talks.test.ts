import { describe, expect, it } from 'vitest'
import { talksOf } from './talks.ts'

const at = (day: number, hour = 10) => new Date(Date.UTC(2026, 5, day, hour))
const conversation = (_id: string, day: number) => ({
  _id,
  meeting: { subject: '', start: at(day), end: at(day, 11), organiser: '' },
  state: 'finished' as const,
})
const said = (conversationId: string, day: number) => ({
  conversationId,
  tried: '',
  happened: '',
  next: '',
  outcome: 'done' as const,
  by: 'coach' as const,
  at: at(day),
})
const made = { conversationId: 'a', createdAt: at(1), status: 'open' as const, followUps: [] }
const all = [conversation('a', 1), conversation('b', 8), conversation('c', 15)]
const counts = (commitment: Parameters<typeof talksOf>[1][number]) =>
  talksOf(all, [commitment], 'coach').map((one) => [one.made, one.toFollowUp, one.followedUp])

describe('a talk as the guide sees it', () => {
  it('made what it made; what stays open is there to follow up in each later one', () => {
    expect(counts(made)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 0],
    ])
  })
  it('followed up; what was closed is not there any more', () => {
    expect(counts({ ...made, status: 'done', followUps: [said('b', 8)] })).toEqual([
      [1, 0, 0],
      [0, 1, 1],
      [0, 0, 0],
    ])
  })
  it('counts what was filled in beforehand', () => {
    expect(counts({ ...made, status: 'done', followUps: [said('b', 7)] })[1]).toEqual([0, 1, 1])
  })
  it('knows what its owner closed in between', () => {
    expect(counts({ ...made, status: 'done', doneAt: at(10) })).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ])
  })
  it('knows who prepared it', () => {
    const preparation = { coach: { sealed: '', shared: false, revision: 1, at: at(1) } }
    const prepared = (me: 'coach' | 'employee') =>
      talksOf([{ ...conversation('a', 1), preparation }], [], me)[0]?.prepared
    expect([prepared('coach'), prepared('employee')]).toEqual([true, false])
  })
})
