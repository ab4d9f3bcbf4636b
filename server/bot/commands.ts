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

/** No command is longer. */
const longest = 500
/** Signs that people put around a word, as at the end of a sentence or before a command. */
const around = /^[/\\"'“”‘’«(*_~`!.]+|[.!)"'“”‘’»*_~`…?]+$/g

/** The command in a message to the bot, in Dutch or English, with its language where that shows. */
export function commandOf(typed: string): Command {
  // Teams puts the bot's own name before what is said to it in a group.
  const said = typed
    .slice(0, longest)
    .replace(/<at>[^<]*<\/at>/gi, ' ')
    .toLowerCase()
    .split(/[\s,;:]+/)
    .map((word) => word.replace(around, '') || word.slice(0, 1))
    .filter((word) => word !== '')
    .join(' ')
    .replace(/^@?groei /, '')
  for (const [pattern, what, language] of words) if (pattern.test(said)) return { what, language }
  const [, verb, rest] = /^(stop|start) (.+)$/.exec(said) ?? []
  for (const language of ['nl', 'en'] as const) {
    const topic = reminderTopics.find((one) => botTexts[language].topics[one] === rest)
    if (topic) return { what: 'silence', topic, off: verb === 'stop', language }
  }
  return { what: 'unknown' }
}
