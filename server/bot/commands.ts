import { botTexts } from '../content/bot-texts.ts'
import { reminderTopics, type ReminderTopic } from '../contract/person.ts'
import type { Language } from '../contract/shape.ts'

export type Command =
  | { what: 'help'; language: Language | null }
  | { what: 'mine'; language: Language | null }
  | { what: 'silence'; topic: ReminderTopic; off: boolean; language: Language }
  | { what: 'unknown' }

const words: [RegExp, 'help' | 'mine', Language | null][] = [
  [/^(help|info|\?)$/, 'help', null],
  [/^(hulp|helpen|uitleg)$/, 'help', 'nl'],
  [/^(mijn )?afspraken$/, 'mine', 'nl'],
  [/^(my )?commitments$/, 'mine', 'en'],
]

/** Words that people say before a command, or alone. */
const greetings = new Map<string, Language>([
  ...'hallo hoi hoihoi dag goedemorgen goedemiddag goedenavond'.split(' ').map((one) => [one, 'nl'] as const),
  ...'hello hi hey'.split(' ').map((one) => [one, 'en'] as const),
])

/** Words that make a command polite or a sentence, and change nothing in what is asked. */
const polite = new Set(
  (
    'aub alsjeblieft alstublieft svp graag even eens kun kan kunt wil je jij u ik mij me nodig toon laat geef zien wat zijn ' +
    'de het met over herinneringen berichten please pls plz can could would you i show give need see list what are the with ' +
    'about there reminders messages'
  ).split(' '),
)

/** No command is longer. */
const longest = 500

/** The words of a message: whatever signs, mark-up and pictures stand around them. Several marks of a question are one. */
function wordsOf(typed: string): string[] {
  const text = typed
    .slice(0, longest)
    // Teams puts the bot's own name before what is said to it in a group.
    .replace(/<at\b[^>]{0,200}>[^<]{0,200}<\/at>/gi, ' ')
    .replace(/<[^<>]{0,200}>|&nbsp;/gi, ' ')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
  const said = text
    .replace(/\b(?:a\.u\.b|s\.v\.p)\b/g, ' ')
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map((word) => word.replace(/^['’]+|['’]+$/g, ''))
    .filter((word) => word !== '' && word !== 'groei')
  return said.length === 0 && /[?❓❔]/u.test(text) ? ['?'] : said
}

/** The command in a message to the bot, in Dutch or English, with its language where that shows. */
export function commandOf(typed: string): Command {
  const all = wordsOf(typed)
  const said = all.filter((word) => !greetings.has(word) && !polite.has(word)).join(' ')
  const [greeting] = all.flatMap((word) => greetings.get(word) ?? [])
  if (said === '' && greeting) return { what: 'help', language: greeting }
  for (const [pattern, what, language] of words) if (pattern.test(said)) return { what, language }
  const [, verb, rest] = /^(stop|start) (?:mijn |my )?(.+)$/.exec(said) ?? []
  for (const language of ['nl', 'en'] as const) {
    const topic = reminderTopics.find((one) => botTexts[language].topics[one] === rest)
    if (topic) return { what: 'silence', topic, off: verb === 'stop', language }
  }
  return { what: 'unknown' }
}
