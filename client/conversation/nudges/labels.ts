import {
  asTyped,
  findAll,
  phrases,
  vocabulary,
  wordsOf,
  type Vocabulary,
} from '../../../server/wording/phrases.ts'
import * as lists from './label-words.ts'

/** A word that says what somebody is, or one that takes one time for all times. */
export type Label = { kind: 'label' | 'absolute'; word: string }

const parts = Object.fromEntries(
  Object.entries({ ...lists.labelParts, label: lists.labelWords, absolute: lists.absoluteWords }).map(
    ([name, lines]) => [name, phrases(lines)] as const,
  ),
)
const labelWord = vocabulary({ when: lists.labelWords })
const absoluteWord = vocabulary({ when: lists.absoluteWords })

/** Looks for the first word in a text that would rather be what somebody saw. @param people their full names */
export function labelFinder(people: readonly string[]): (text: string) => Label | null {
  const names = phrases(people.map((name) => wordsOf(name)[0]?.text ?? '').filter((first) => first !== ''))
  const third = [...phrases(lists.labelParts.third), ...names]
  const person = [...phrases(lists.labelParts.you), ...third]
  const named = { ...parts, third, person }
  const labels = vocabulary(lists.labels, named)
  const absolutes = vocabulary(lists.absolutes, named)

  return (text) => {
    const words = wordsOf(text)
    /** The very word that is said of somebody. */
    const word = (sought: Vocabulary, itself: Vocabulary): string | null => {
      const [found] = findAll(words, sought)
      if (!found) return null
      const said = words.slice(found.from, found.to)
      const [one] = findAll(said, itself)
      return one ? asTyped(text, said, one).toLowerCase() : null
    }
    const label = word(labels, labelWord)
    if (label) return { kind: 'label', word: label }
    const absolute = word(absolutes, absoluteWord)
    return absolute ? { kind: 'absolute', word: absolute } : null
  }
}
