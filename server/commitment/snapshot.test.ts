import { describe, expect, test } from 'vitest'
import type { Wording } from '../contract/commitment.ts'
import type { CommitmentDocument, FollowUpDocument } from './collection.ts'
import { asOf, cameBackLater, inOrder } from './snapshot.ts'

const day = (date: number, hour = 10) => new Date(Date.UTC(2026, 5, date, hour))
const conversation = (date: number) => ({ id: `conversation-${date}`, start: day(date), end: day(date, 11) })
const said = (date: number, more: Partial<FollowUpDocument> = {}): FollowUpDocument => ({
  conversationId: `conversation-${date}`,
  start: day(date),
  at: day(date),
  by: 'employee',
  tried: '',
  next: '',
  outcome: 'open',
  why: '',
  obstacle: '',
  reshapedFrom: null,
  ...more,
})
const was = (what: string, due: string | null = null): { reshapedFrom: Wording } => ({
  reshapedFrom: { what, due, firstStep: '', criterion: '', ifThen: '' },
})
const commitment = (followUps: FollowUpDocument[], more: Partial<CommitmentDocument> = {}) =>
  ({ what: 'C', due: '2026-07-01', status: 'done', followUps, ...more }) as CommitmentDocument

describe('history of a commitment', () => {
  const course = commitment([
    said(8, was('A', '2026-06-08')),
    said(15),
    said(22, { ...was('B'), outcome: 'done' }),
  ])

  test.each([
    ['that made it', 1, 'A', '2026-06-08', 'open', 0],
    ['that reshaped it', 8, 'B', null, 'open', 1],
    ['that left it as it was', 15, 'B', null, 'open', 2],
    ['that said nothing of it', 18, 'B', null, 'open', 2],
    ['that was last', 22, 'C', '2026-07-01', 'done', 3],
  ])(
    'a commitment seen from the conversation %s reads as it was when that conversation ended',
    (_name, date, what, due, status, count) => {
      const read = asOf(course, conversation(date))
      expect([read.what, read.due, read.status, read.followUps.length]).toEqual([what, due, status, count])
      expect(cameBackLater(course, conversation(date))).toBe(count < 3)
    },
  )

  test('a past conversation shows the complete wording from before a later conversation reshaped it', () => {
    const before = { what: 'A', due: null, firstStep: 'bellen', criterion: 'drie namen', ifThen: '' }
    const now = commitment([said(8, { reshapedFrom: before })], { firstStep: 'mailen', criterion: 'vijf' })
    expect(asOf(now, conversation(1))).toMatchObject(before)
  })

  test('progress reported after a conversation is not shown in that conversation', () => {
    const progress = [
      { text: 'voor', at: day(7), by: 'coach' as const },
      { text: 'na', at: day(9), by: 'coach' as const },
    ]
    const read = asOf(commitment([said(8), said(15)], { progress }), conversation(8))
    expect(read.progress?.map(({ text }) => text)).toEqual(['voor'])
  })

  test('follow-ups that were recorded out of order are sorted by the start of their conversations', () => {
    const late = said(8, { ...was('A'), at: day(30) })
    expect(inOrder([said(15), late]).map(({ conversationId }) => conversationId)).toEqual([
      'conversation-8',
      'conversation-15',
    ])
    expect(asOf(commitment([said(15, was('B')), late]), conversation(1)).what).toBe('A')
  })
})
