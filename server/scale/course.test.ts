import { describe, expect, it } from 'vitest'
import type { ScaleDocument } from './collection.ts'
import { courseOf } from './course.ts'

const answer = (conversationId: string, role: 'coach' | 'employee', value: number, day: number) =>
  ({ conversationId, role, value, start: new Date(Date.UTC(2026, 5, day)) }) as ScaleDocument

describe('the course of a scale question', () => {
  it('the course is empty without answers', () => expect(courseOf([])).toEqual([]))
  it('the answers of both people in one conversation make one point', () => {
    expect(courseOf([answer('a', 'coach', 4, 1), answer('a', 'employee', 6, 1)])).toEqual([
      { conversationId: 'a', start: '2026-06-01T00:00:00.000Z', coach: 4, employee: 6 },
    ])
  })
  it('the answer of a person who gave none is null', () => {
    const points = courseOf([answer('a', 'employee', 5, 1), answer('b', 'coach', 7, 8)])
    expect(points.map((one) => [one.coach, one.employee])).toEqual([
      [null, 5],
      [7, null],
    ])
  })
})
