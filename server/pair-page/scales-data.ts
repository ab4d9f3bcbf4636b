import { questionById } from '../content/library.ts'
import type { PersonKey } from '../contract/person-key.ts'
import type { PairScale } from '../contract/pair-page.ts'
import type { Localized } from '../contract/shape.ts'
import { listedIn } from '../conversation/data.ts'
import type { Membership } from '../pair/data.ts'
import type { Collections } from '../plugins/context.ts'
import { keptFor } from '../question/known.ts'
import { coursesOf } from '../scale/course.ts'
import { scaleData } from '../scale/data.ts'

/** Reads the courses of the scale questions of a pair, as far as one of the two may see them. */
export function pairScalesOf(
  collections: Collections,
): (person: PersonKey, inside: Membership) => Promise<PairScale[]> {
  const { latest } = scaleData(collections.scales)
  const listed = listedIn(collections.conversations)

  /** How questions that are not of the library read to this person, in the conversations that keep their words. */
  async function kept(conversationIds: string[], oid: string): Promise<Map<string, Localized>> {
    if (conversationIds.length === 0) return new Map()
    const found = await listed({ _id: { $in: conversationIds } })
    return new Map(found.flatMap((one) => keptFor(one, oid)).map(({ id, text }) => [id, text]))
  }

  return async ({ oid }, { pair, member }) => {
    const courses = [...coursesOf(await latest(pair._id), member.role)]
    const others = courses.filter(([question]) => !questionById(question))
    const words = await kept([...new Set(others.flatMap(([, points]) => lastOf(points)))], oid)
    return courses.flatMap(([question, points]) => {
      const text = questionById(question)?.text ?? words.get(question)
      const course = points.map(({ start, coach, employee }) => ({ start, coach, employee }))
      return text ? [{ question, text, points: course }] : []
    })
  }
}

const lastOf = (points: { conversationId: string }[]): string[] =>
  points.slice(-1).map(({ conversationId }) => conversationId)
