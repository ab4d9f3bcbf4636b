import { phraseIn, wordsOf } from './words.ts'

/** Of a person: they say what somebody is, not what they did. */
const labels = [
  'lui',
  'luie',
  'negatief',
  'negatieve',
  'slordig',
  'slordige',
  'dom',
  'domme',
  'arrogant',
  'arrogante',
  'koppig',
  'koppige',
  'eigenwijs',
  'ongemotiveerd',
  'ongemotiveerde',
  'onprofessioneel',
  'onprofessionele',
  'onbetrouwbaar',
  'onbetrouwbare',
  'ongeïnteresseerd',
  'passief',
  'passieve',
  'chaotisch',
  'chaotische',
  'egoïstisch',
  'lazy',
  'negative',
  'sloppy',
  'careless',
  'stupid',
  'arrogant',
  'stubborn',
  'unmotivated',
  'unprofessional',
  'unreliable',
  'uninterested',
  'passive',
  'chaotic',
  'selfish',
  'toxic',
] as const

/** Of how often: they take one time for all. */
const absolutes = ['altijd', 'nooit', 'always', 'never'] as const

/** The same words, said of a thing, or softened to what can be true. */
const harmless = [
  / (zoals|als|bijna|niet|vrijwel|meestal) (altijd|nooit) /g,
  / (as|almost|not|nearly|hardly|don't|doesn't|didn't|won't) (always|never|ever) /g,
  / never mind /g,
  / nooit meer /g,
  / (luie|lazy) (stoel|zondag|dag|loading|load|sunday|chair) /g,
  / (negatief|negatieve|negative) (saldo|getal|getallen|cijfers?|test|uitslag|feedback|number|numbers|balance|result|cash|effect) /g,
  / (passief|passieve|passive) (inkomen|vorm|huis|income|voice|house) /g,
] as const

/** The first label in a text that would rather be what somebody saw; null when there is none. */
export function labelIn(text: string): string | null {
  // Twice: two that stand side by side share the space between them.
  const words = [...harmless, ...harmless].reduce<string>(
    (rest, pattern) => rest.replace(pattern, ' '),
    wordsOf(text),
  )
  return phraseIn(words, [...labels, ...absolutes])
}
