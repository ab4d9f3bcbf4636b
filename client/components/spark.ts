export type Point = { x: number; y: number }
type Frame = { width: number; height: number; inset: number }

const lowest = 1
const highest = 10

/** Values from 1 to 10 as points from left to right, and the line through those that are there. */
export function lineOf(
  values: (number | null)[],
  { width, height, inset }: Frame,
): { points: Point[]; path: string } {
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0
  const points = values.flatMap((value, at) => {
    if (value === null) return []
    const share = (value - lowest) / (highest - lowest)
    return [{ x: round(inset + at * step), y: round(height - inset - share * (height - 2 * inset)) }]
  })
  return { points, path: points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ') }
}

const round = (value: number) => Math.round(value * 10) / 10
