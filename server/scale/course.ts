import type { Role } from '../contract/pair.ts'
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

/**
 * The points of a course as one of the two may see them: those in which they gave a number themselves. The other's is seen
 * beside one's own alone: whoever has yet to choose is not led by it.
 */
export const seenBy = (mine: Role, course: ScalePoint[]): ScalePoint[] =>
  course.filter((one) => one[mine] !== null)

/** Conversations in which something was answered, for it to have a course; and the latest that it shows. */
const fewest = 2
const most = 10

/** The courses of all questions that one of the two answered more than once, by question. @param answers earliest first */
export function coursesOf(answers: ScaleDocument[], mine: Role): Map<string, ScalePoint[]> {
  const courses = [...Map.groupBy(answers, ({ question }) => question)].map(
    ([question, given]) => [question, seenBy(mine, courseOf(given)).slice(-most)] as const,
  )
  return new Map(courses.filter(([, points]) => points.length >= fewest))
}
