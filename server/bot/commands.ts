import { botTexts } from '../content/bot-texts.ts'
import { reminderTopics, type ReminderTopic } from '../contract/person.ts'
import type { Language } from '../contract/shape.ts'

export type Command =
  | { what: 'help'; language: Language | null }
  | { what: 'mine'; language: Language | null }
  | { what: 'silence'; topic: ReminderTopic; off: boolean; language: Language }
  | { what: 'unknown' }

const words: [RegExp, 'help' | 'mine', Language | null][] = [
  [/^(help|\?)$/, 'help', null],
  [/^(hulp|hallo|hoi)$/, 'help', 'nl'],
  [/^(hello|hi)$/, 'help', 'en'],
  [/^(mijn )?afspraken$/, 'mine', 'nl'],
  [/^(my )?commitments$/, 'mine', 'en'],
]

/** The command in a message to the bot, in Dutch or English, with its language where that shows. */
export function commandOf(typed: string): Command {
  // Teams puts the bot's own name before what is said to it in a group.
  const said = typed
    .replace(/<at>[^<]*<\/at>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 200)
  for (const [pattern, what, language] of words) if (pattern.test(said)) return { what, language }
  const [, verb, rest] = /^(stop|start) (.+)$/.exec(said) ?? []
  for (const language of ['nl', 'en'] as const) {
    const topic = reminderTopics.find((one) => botTexts[language].topics[one] === rest)
    if (topic) return { what: 'silence', topic, off: verb === 'stop', language }
  }
  return { what: 'unknown' }
}
