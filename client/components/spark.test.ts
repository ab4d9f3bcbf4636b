import { describe, expect, it } from 'vitest'
import { lineOf } from './spark.ts'

const frame = { width: 100, height: 50, inset: 5 }

describe('the line of a course', () => {
  it('is nothing without values', () => expect(lineOf([null, null], frame)).toEqual({ points: [], path: '' }))
  it('goes from left to right, 1 at the bottom and 10 at the top', () => {
    expect(lineOf([1, 10], frame)).toEqual({
      points: [
        { x: 5, y: 45 },
        { x: 95, y: 5 },
      ],
      path: 'M5 45 L95 5',
    })
  })
  it('keeps the place of a talk without a number', () => {
    expect(lineOf([4, null, 7], frame).points.map(({ x }) => x)).toEqual([5, 95])
  })
  it('shows one value at the left', () => expect(lineOf([5.5], frame).points).toEqual([{ x: 5, y: 25 }]))
})
