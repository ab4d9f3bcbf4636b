import type { Role } from '../contract/pair.ts'
import type { Scale, ScaleAnswer } from '../contract/scale.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { ScaleDocument } from './collection.ts'
import { courseOf, seenBy } from './course.ts'

/**
 * A scale question as one of the two sees it.
 * The other's numbers are seen beside one's own alone: whoever has yet to choose is not led by them.
 * @param now what the two answered in this conversation
 * @param earlier what they answered in conversations before it, earliest first
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
    const { value, notLower, oneMore } = found
    return { value, notLower, oneMore }
  }
  // The meeting may have been moved since somebody answered: this conversation stands where it is now, once.
  const course = courseOf([
    ...earlier.filter((one) => one.conversationId !== _id),
    ...now.map((one) => ({ ...one, start: meeting.start })),
  ])
  const [mine, theirs] = [answerOf(roles.mine), answerOf(roles.theirs)]
  return {
    question,
    mine,
    theirs: mine && theirs,
    theyChose: theirs !== null,
    course: seenBy(roles.mine, course),
  }
}
