import { describe, expect, test } from 'vitest'
import type { ConversationDocument } from '../conversation/collection.ts'
import { carriedOver } from './carried-over.ts'

type Conversation = Pick<ConversationDocument, '_id' | 'meeting' | 'eligibility'>
const conversation = (week: number, more: Partial<Conversation> = {}): Conversation => ({
  _id: `conversation ${week}`,
  meeting: {
    subject: '',
    start: new Date(Date.UTC(2026, 5, 1 + 7 * week)),
    end: new Date(Date.UTC(2026, 5, 1 + 7 * week, 1)),
    organiser: '',
  },
  ...more,
})
const latestFirst = (...weeks: number[]) => weeks.map((week) => conversation(week)).reverse()
const made = {
  conversationId: 'conversation 1',
  createdAt: new Date(Date.UTC(2026, 5, 8)),
  status: 'open' as const,
  followUps: [],
}
const said = (week: number, outcome: 'open' | 'done') => ({
  conversationId: `conversation ${week}`,
  tried: '',
  next: '',
  outcome,
  why: '',
  obstacle: '',
  reshapedFrom: null,
  start: conversation(week).meeting.start,
  at: new Date(0),
  by: 'coach' as const,
})

describe('carry-over count of a commitment', () => {
  test('every conversation since the one that made the commitment counts, even without a follow-up', () => {
    expect(carriedOver(made, latestFirst(0, 1))).toBe(0)
    expect(carriedOver(made, latestFirst(0, 1, 2, 3, 4, 5, 6))).toBe(5)
    expect(carriedOver({ ...made, followUps: [said(3, 'open')] }, latestFirst(1, 2, 3))).toBe(2)
  })

  test('a conversation whose meeting was cancelled does not count', () => {
    const conversations = [conversation(3), conversation(2, { eligibility: 'cancelled' }), conversation(1)]
    expect(carriedOver(made, conversations)).toBe(1)
  })

  test('the creation time decides when the conversation that made the commitment is not among those looked at', () => {
    expect(carriedOver(made, latestFirst(2, 3, 4))).toBe(3)
    expect(carriedOver({ ...made, conversationId: 'gone' }, latestFirst(0, 2, 3))).toBe(2)
  })

  test('the count stops where the commitment was closed, in a conversation or between two conversations', () => {
    const done = { ...made, status: 'done' as const, followUps: [said(2, 'open'), said(3, 'done')] }
    expect(carriedOver(done, latestFirst(1, 2, 3, 4, 5))).toBe(1)
    const between = { ...made, status: 'done' as const, doneAt: new Date(Date.UTC(2026, 5, 20)) }
    expect(carriedOver(between, latestFirst(1, 2, 3, 4))).toBe(1)
  })
})
