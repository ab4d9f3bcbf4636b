import { isolated } from '../../../server/contract/isolated.ts'
import type { PairData } from '../../../server/contract/my-data.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { dayOfInstantInWords, momentInWords } from '../../lib/dates.ts'
import { line, type Line } from './said-lines.ts'
import { myDataTexts } from './texts.ts'

/** The data of a pair besides its conversations and commitments. */
export function aboutLines(kept: PairData, language: Language): Line[] {
  const words = myDataTexts[language]
  const moment = (instant: string) => momentInWords(instant, language, undefined)
  const { members, since, agreed, planned, keepPrivate, reminders } = kept
  const reminded = reminders.map(({ kind, dueAt, sentAt }) => {
    const name = words.reminderKinds[kind] ?? kind
    if (sentAt) return words.reminderSent(name, moment(sentAt))
    return dueAt ? words.reminderDue(name, moment(dueAt)) : words.reminderNot(name)
  })
  return [
    { label: words.since, text: dayOfInstantInWords(since, language, undefined) },
    { label: words.roles, text: members.map(({ name, role }) => words[role](name)).join('\n') },
    ...line(words.rhythm, agreed.everyWeeks === null ? null : words.everyWeeks(String(agreed.everyWeeks))),
    ...line(words.planned, planned && `${isolated(planned.subject)}, ${moment(planned.start)}`),
    ...line(words.keepPrivate, keepPrivate ? words.keptPrivate : null),
    ...line(words.reminders, reminded.join('\n')),
  ]
}

export const reviewLines = ({ texts }: PairData['reviews'][number], pair: Pair): Line[] =>
  texts.map(({ by, text }) => ({ label: pair[by].name, text }))
