import { describe, expect, it } from 'vitest'
import type { Commitment } from '../../../server/contract/commitment.ts'
import { courseOf } from './course.ts'

const followUp = (conversationId: string, at: string, more: object = {}) => ({
  conversationId,
  at,
  tried: '',
  next: '',
  obstacle: '',
  why: '',
  outcome: null,
  reshapedFrom: null,
  by: 'coach',
  ...more,
})
const commitment = (more: object = {}) =>
  ({
    conversationId: 'c1',
    owner: 'employee',
    what: 'Elke dag een uur',
    status: 'open',
    followUps: [],
    progress: [],
    ...more,
  }) as unknown as Commitment
const conversations = [{ id: 'c1', start: '2026-05-01T08:00:00Z' }]

describe('course of a commitment', () => {
  it('begins with the conversation that made it, also when that is too long ago to be known', () => {
    expect(courseOf(commitment(), conversations)).toMatchObject([
      { kind: 'made', at: '2026-05-01T08:00:00Z', said: [{ text: 'Elke dag een uur' }] },
    ])
    expect(courseOf(commitment(), [])[0]?.at).toBeNull()
  })
  it('conversations and lines in between stand in the order in which they were said', () => {
    const marks = courseOf(
      commitment({
        followUps: [
          followUp('c3', '2026-05-15T08:00:00Z', { outcome: 'open', next: 'Agenda', why: ' ' }),
          followUp('c2', '2026-05-08T08:00:00Z', { tried: 'Twee keer gelukt' }),
        ],
        progress: [{ text: 'Gaat goed', at: '2026-05-10T08:00:00Z', by: 'employee' }],
      }),
      conversations,
    )
    expect(marks.map(({ kind }) => kind)).toEqual(['made', 'followed-up', 'progress', 'followed-up'])
    expect(marks[1]?.said).toEqual([{ about: null, text: 'Twee keer gelukt' }])
    expect(marks[3]?.said).toEqual([{ about: 'next', text: 'Agenda' }])
  })
  it('says what it became where a conversation reshaped it', () => {
    const marks = courseOf(
      commitment({
        what: 'Twee dagdelen',
        followUps: [
          followUp('c2', '2026-05-08T08:00:00Z', { reshapedFrom: { what: 'Vaker', due: null } }),
          followUp('c3', '2026-05-15T08:00:00Z', { reshapedFrom: { what: 'Elke dag', due: null } }),
        ],
      }),
      conversations,
    )
    expect(marks.map(({ said }) => said.at(-1)?.text)).toEqual(['Vaker', 'Elke dag', 'Twee dagdelen'])
  })
  it('ends with its end, once', () => {
    const done = followUp('c2', '2026-05-08T08:00:00Z', { outcome: 'done' })
    const kinds = (more: object) => courseOf(commitment(more), conversations).map(({ kind }) => kind)
    expect(kinds({ status: 'done', followUps: [done] })).toEqual(['made', 'done'])
    expect(kinds({ status: 'dropped', followUps: [done] })).toEqual(['made', 'done', 'dropped'])
    expect(kinds({ status: 'done' })).toEqual(['made', 'done'])
  })
})
