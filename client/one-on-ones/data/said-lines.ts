import type { TalkData } from '../../../server/contract/my-data.ts'
import type { ScaleAnswer } from '../../../server/contract/scale.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { balance } from '../../lib/texts/balance.ts'
import { myData } from '../../lib/texts/my-data.ts'

export type Line = { label: string; text: string }

/** What was asked and answered with numbers in a talk, and what I said of it afterwards. */
export function saidLines(
  { asked, scales, balance: said }: TalkData,
  other: string,
  language: Language,
): Line[] {
  const words = myData[language]
  const about = balance[language]
  const answer = (name: string, one: ScaleAnswer | null) =>
    one ? [[words.score(name, String(one.value)), one.notLower, one.oneMore].filter(Boolean).join('\n')] : []
  const { minute, rating, theirRating } = said
  const points = ['talked', 'asked', 'listened', 'summarised', 'frames'] as const
  return [
    ...(asked.length > 0 ? [{ label: words.asked, text: asked.map((one) => one[language]).join('\n') }] : []),
    ...scales.map(({ question, mine, theirs }) => ({
      label: question[language],
      text: [...answer(words.you, mine), ...answer(other, theirs)].join('\n'),
    })),
    ...(rating || theirRating !== null
      ? [
          {
            label: about.rate,
            text: [
              ...(rating ? [words.score(words.you, String(rating.value))] : []),
              ...(theirRating === null ? [] : [words.score(other, String(theirRating))]),
            ].join('\n'),
          },
        ]
      : []),
    ...(minute
      ? [
          {
            label: about.minute.title,
            text: minute.unreadable
              ? words.unreadable
              : points
                  .filter((point) => minute[point] !== null)
                  .map((point) => words.score(about.minute[point], String(minute[point])))
                  .join('\n'),
          },
        ]
      : []),
  ]
}
