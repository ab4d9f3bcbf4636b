import { wordsFor } from '../content/question-words.ts'
import type { FoundQuestion, Theme } from '../contract/question.ts'
import type { Language } from '../contract/shape.ts'
import type { Phase } from '../contract/phase.ts'

export type Search = {
  words: string
  theme?: Theme | undefined
  phase?: Phase | undefined
  language: Language
}

/** Without accents, capitals and the difference between straight and curly signs. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/**
 * Questions that have all the words, in the reader's language; those that ask so before those that are only for it,
 * by their purpose, theme, part of the conversation or tags. Without words all, in the order of the library.
 */
export function search(
  questions: FoundQuestion[],
  { words, theme, phase, language }: Search,
): FoundQuestion[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  const has = (text: string) => wanted.every((word) => plain(text).includes(word))
  const fitting = questions.filter(
    (one) => (!theme || one.theme === theme) && (!phase || one.phases.includes(phase)),
  )
  const inText = fitting.filter((one) => has(one.text[language]))
  const elsewhere = fitting.filter(
    (one) =>
      !inText.includes(one) &&
      has(`${one.text[language]} ${one.purpose[language]} ${wordsFor(one)[language]}`),
  )
  return [...inText, ...elsewhere]
}
