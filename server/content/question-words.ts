import type { Phase } from '../contract/phase.ts'
import type { Question, Theme } from '../contract/question.ts'
import type { Localized } from '../contract/shape.ts'
import { tags } from './questions/tags.ts'

/** Words for what questions are about, and for what they are called in the panel. */
const themeWords: Record<Theme, Localized> = {
  'check-in': { nl: 'check-in focus aankomen', en: 'check-in focus arriving' },
  reflection: {
    nl: 'reflectie reflecteren leren terugblikken',
    en: 'reflection reflecting learning looking back',
  },
  problem: { nl: 'probleem opties oplossing', en: 'problem options solution' },
  ownership: { nl: 'eigenaarschap actie verantwoordelijkheid', en: 'ownership action responsibility' },
  collaboration: { nl: 'samenwerking samenwerken', en: 'collaboration working together cooperation' },
}

const phaseWords: Record<Phase, Localized> = {
  preparation: { nl: 'voorbereiding voorbereiden', en: 'preparation preparing' },
  'follow-up': { nl: 'opvolging opvolgen', en: 'follow-up following up' },
  'check-in': { nl: 'check-in begin', en: 'check-in beginning' },
  focus: { nl: 'focus onderwerp', en: 'focus topic subject' },
  blockers: { nl: 'in de weg belemmering geblokkeerd', en: 'in the way blockers blocked' },
  goal: { nl: 'doel doelen', en: 'goal goals' },
  reality: { nl: 'realiteit werkelijkheid', en: 'reality' },
  options: { nl: 'opties mogelijkheden', en: 'options possibilities' },
  will: { nl: 'wil willen', en: 'will' },
  commitments: { nl: 'afspraken afspraak', en: 'commitments commitment' },
  reflection: { nl: 'reflectie terugblik', en: 'reflection looking back' },
}

const kindWords: Record<Question['kind'], Localized> = {
  open: { nl: '', en: '' },
  scale: { nl: 'schaal schaalvraag cijfer', en: 'scale number rating' },
}

/** All words under which a question is found besides its own, in both languages. */
export function wordsFor({ id, theme, phases, kind }: Question): Localized {
  const all = [tags[id], themeWords[theme], kindWords[kind], ...phases.map((one) => phaseWords[one])]
  const inLanguage = (language: keyof Localized) => all.map((one) => one?.[language] ?? '').join(' ')
  return { nl: inLanguage('nl'), en: inLanguage('en') }
}
