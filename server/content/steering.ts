import type { SteeringReason } from '../contract/choice.ts'
import type { Localized } from '../contract/shape.ts'

/** Why a clear frame comes first here; shown with the offer of the steering talk. */
export const steeringReasons: Record<SteeringReason, Localized> = {
  safety: {
    nl: 'Het gaat hier om veiligheid. Dan is het eerlijk om eerst duidelijk te zeggen wat er moet.',
    en: 'This is about safety. Then it is fair to first say clearly what has to be done.',
  },
  risk: {
    nl: 'Hier staat veel op het spel. Een helder kader geeft houvast; daarbinnen blijft ruimte.',
    en: 'A lot is at stake here. A clear frame gives something to hold on to, with room inside it.',
  },
  deadline: {
    nl: 'Er is een datum die vaststaat. Begin met wat er dan klaar moet zijn.',
    en: 'There is a date that stands. Begin with what has to be ready by then.',
  },
}

const day =
  'vandaag|vanavond|morgen|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|deze week|' +
  'today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this week'

/**
 * Phrases that name it outright, Dutch and English. Words that people use for many other things (risk, deadline,
 * safe) count only where something says how serious it is.
 */
const phrases: Record<SteeringReason, string[]> = {
  safety: [
    'onveilige?|niet (meer )?veilig|levensgevaar(lijke?)?|gevaar(lijke?)?|(bijna-?)?ongeva(l|llen)',
    '(?<!per )ongeluk(ken)?|gewond(en)?|letsel|bedreigd|bedreiging(en)?|agressie|geweld|intimidatie',
    'grensoverschrijdend(e)?',
    "unsafe|(not|isn['’]t|aren['’]t) safe|danger(ous)?|(?<!by )accidents?|injur(ed|y|ies)|threatened|violence|harassment",
  ],
  risk: [
    "datalek(ken)?|fraude|illega(al|le)|in strijd met de wet|(groot|grote|hoog|hoge|ernstig|ernstige) risico[’']?s?",
    'data breach(es)?|fraud|illegal|against the law|(high|serious|severe|major) risks?|(clients?|customers?|patients?|people) (is|are) at risk',
  ],
  deadline: [
    `harde deadlines?|uiterlijk (op )?(${day})|deadline is (${day})|(kan|mag) niet (meer )?(later|wachten|uitlopen|verschuiven)`,
    `hard deadlines?|no later than (${day})|by (${day}) at the latest|(can ?not|can['’]t|must not) (wait|slip|be moved|be late)|due (${day})`,
  ],
}

const whole = (pattern: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags)

const named = (Object.keys(phrases) as SteeringReason[]).map((why) => ({
  why,
  pattern: whole(phrases[why].join('|'), 'giu'),
}))

/** "No danger", "without a hard deadline"; but "not only dangerous" is dangerous. */
const denied = whole(
  "(?:geen|niet|nooit|zonder|nauwelijks|no|not|never|without|hardly|\\p{L}+n['’]t)(?! (?:alleen|slechts|only|just))",
  'iu',
)
/** "The danger is over", "the data breach has been solved". */
const past = whole('voorbij|geweken|opgelost|verholpen|afgewend|over|gone|solved|averted|passed', 'iu')

/** How many words before a phrase can deny it, and how far around it is looked at, in signs. */
const reach = 3
const around = 60

const clauseEnd = /[.,;:!?\n]|(?<!\p{L})(?:maar|but)(?!\p{L})/iu

/**
 * Does what people typed name a risk, a danger or a hard deadline? Then a talk that steers is offered, never
 * imposed. The gravest reason counts, with the words that gave it, so that people see why and can wave it away.
 */
export function needsSteering(text: string): { flow: 'steering'; why: SteeringReason; words: string } | null {
  for (const { why, pattern } of named) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const end = index + words.length
      const before =
        text
          .slice(Math.max(0, index - around), index)
          .split(clauseEnd)
          .at(-1) ?? ''
      const after = text.slice(end, end + around).split(clauseEnd)[0] ?? ''
      const last = before.trim().split(/\s+/).slice(-reach).join(' ')
      if (!denied.test(last) && !past.test(after)) return { flow: 'steering', why, words }
    }
  }
  return null
}
