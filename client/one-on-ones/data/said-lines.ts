import type { ConversationData } from '../../../server/contract/my-data.ts'
import type { ScaleAnswer } from '../../../server/contract/scale.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { myDataTexts } from './texts.ts'
import { saidTexts } from '../../lib/said-texts.ts'

export type Line = { label: string; text: string }

/** A line where there is something to say. */
export const line = (label: string, text: string | null): Line[] => (text ? [{ label, text }] : [])

/** The questions and numbers of a conversation, and what I said of it afterwards. */
export function saidLines(
  { asked, scales, feedback: said }: ConversationData,
  other: string,
  language: Language,
): Line[] {
  const words = myDataTexts[language]
  const about = saidTexts[language]
  const answer = (name: string, one: ScaleAnswer | null) =>
    one ? [[words.score(name, String(one.value)), one.notLower, one.oneMore].filter(Boolean).join('\n')] : []
  const { reflection, rating, theirRating } = said
  const points = ['talked', 'asked', 'listened', 'summarised', 'frames'] as const
  const ratings = [
    ...(rating ? [words.score(words.you, String(rating.value))] : []),
    ...(theirRating === null ? [] : [words.score(other, String(theirRating))]),
  ]
  return [
    ...line(words.asked, asked.map((one) => one[language]).join('\n')),
    ...scales.map(({ question, mine, theirs }) => ({
      label: question[language],
      text: [...answer(words.you, mine), ...answer(other, theirs)].join('\n'),
    })),
    ...line(about.rate, ratings.join('\n')),
    ...(reflection
      ? [
          {
            label: about.reflection.title,
            text: reflection.unreadable
              ? words.unreadable
              : points
                  .filter((point) => reflection[point] !== null)
                  .map((point) => words.score(about.reflection[point], String(reflection[point])))
                  .join('\n'),
          },
        ]
      : []),
  ]
}
