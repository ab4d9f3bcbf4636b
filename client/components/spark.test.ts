import { describe, expect, it } from 'vitest'
import { lineOf } from './spark.ts'

const frame = { width: 100, height: 50, inset: 5 }

describe('the line of a sparkline', () => {
  it('a sparkline without values has no line', () =>
    expect(lineOf([null, null], frame)).toEqual({ points: [], path: '' }))
  it('the line goes from left to right, with 1 at the bottom and 10 at the top', () => {
    expect(lineOf([1, 10], frame)).toEqual({
      points: [
        { x: 5, y: 45 },
        { x: 95, y: 5 },
      ],
      path: 'M5 45 L95 5',
    })
  })
  it('a conversation without a number keeps its position on the horizontal axis', () => {
    expect(lineOf([4, null, 7], frame).points.map(({ x }) => x)).toEqual([5, 95])
  })
  it('a single value is drawn at the left', () =>
    expect(lineOf([5.5], frame).points).toEqual([{ x: 5, y: 25 }]))
})
