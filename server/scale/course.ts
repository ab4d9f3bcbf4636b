import type { ScalePoint } from '../contract/scale.ts'
import type { ScaleDocument } from './collection.ts'

/** The answers of a pair to one question as points, one a conversation, in the order in which they are given. */
export function courseOf(answers: ScaleDocument[]): ScalePoint[] {
  const points = new Map<string, ScalePoint>()
  for (const { conversationId, start, role, value } of answers) {
    const point = points.get(conversationId) ?? {
      conversationId,
      start: start.toISOString(),
      coach: null,
      employee: null,
    }
    points.set(conversationId, { ...point, [role]: value })
  }
  return [...points.values()]
}
