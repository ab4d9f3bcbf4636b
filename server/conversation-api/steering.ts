import {
  steeringDenials,
  steeringLongAgo,
  steeringParts,
  steeringPast,
  steeringPhrases,
} from '../content/steering.ts'
import { signKey, type SteeringReason, type SteeringSign } from '../contract/choice.ts'
import { calendar } from '../wording/calendar.ts'
import {
  asTyped,
  findAll,
  has,
  phrases,
  vocabulary,
  wordsOf,
  type Found,
  type Word,
} from '../wording/phrases.ts'

type Sign = Omit<SteeringSign, 'reason'>

const parts = {
  ...calendar,
  ...Object.fromEntries(Object.entries(steeringParts).map(([name, lines]) => [name, phrases(lines)])),
}
/** Gravest first. */
const reasons: SteeringReason[] = ['safety', 'risk', 'deadline']
const named = reasons.map((why) => ({ why, sought: vocabulary(steeringPhrases[why], parts) }))
const denials = vocabulary(steeringDenials)
const past = vocabulary({ when: steeringPast })
const longAgo = vocabulary(steeringLongAgo)

/** How many words before a phrase can deny it, and how many behind it can say that it is over. */
const reach = 3
const behind = 6

/**
 * The signs of a risk, a danger or a hard deadline in people's words, for which a steering conversation is offered and
 * never imposed. The gravest comes first. Each has the words that named it, so that people see why and can dismiss it.
 */
export function signsIn(text: string): Sign[] {
  const words = wordsOf(text)
  const oldSentences = new Set(findAll(words, longAgo).map(({ from }) => words[from]?.sentence))
  const signs = new Map<string, Sign>()
  for (const { why, sought } of named)
    for (const found of findAll(words, sought)) {
      const sign = { why, words: asTyped(text, words, found) }
      const isOld = oldSentences.has(words[found.from]?.sentence)
      if (!isOld && !isDenied(words, found) && !isOver(words, found) && !signs.has(signKey(sign)))
        signs.set(signKey(sign), sign)
    }
  return [...signs.values()]
}

const isDenied = (words: readonly Word[], { from }: Found): boolean =>
  has(inClause(words.slice(Math.max(0, from - reach), from), words[from]), denials)

/** The last word of the phrase too: the verb may be in it. */
const isOver = (words: readonly Word[], { from, to }: Found): boolean =>
  has(inClause(words.slice(to - 1, to + behind), words[from]), past)

const inClause = (words: readonly Word[], here: Word | undefined) =>
  words.filter((one) => one.clause === here?.clause)
