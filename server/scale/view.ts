import type { Role } from '../contract/pair.ts'
import type { Scale, ScaleAnswer } from '../contract/scale.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { ScaleDocument } from './collection.ts'
import { courseOf } from './course.ts'

/**
 * A scale question as one of the two sees it.
 * @param now what the two answered in this conversation
 * @param earlier what they answered in talks before it, earliest first
 */
export function scaleView(
  question: string,
  { _id, meeting }: Pick<ConversationDocument, '_id' | 'meeting'>,
  now: ScaleDocument[],
  earlier: ScaleDocument[],
  roles: { mine: Role; theirs: Role },
): Scale {
  const answerOf = (role: Role): ScaleAnswer | null => {
    const found = now.find((one) => one.role === role)
    if (!found) return null
    const { value, notLower, oneMore, revision } = found
    return { value, notLower, oneMore, revision }
  }
  // The meeting may have been moved since somebody answered: this talk stands where it is now, once.
  const course = courseOf([
    ...earlier.filter((one) => one.conversationId !== _id),
    ...now.map((one) => ({ ...one, start: meeting.start })),
  ])
  return { question, mine: answerOf(roles.mine), theirs: answerOf(roles.theirs), course }
}
