import type { Language } from '../../server/contract/shape.ts'
import type { TemplateTexts } from './texts.ts'

type Titled = { steps?: { title?: { nl?: unknown; en?: unknown } }[] }

/**
 * Where something is wrong, in words, out of the JSON pointer (RFC 6901) that the server gives.
 * @param template what was sent; whatever it is, for a file can hold anything
 */
export function placeInWords(
  pointer: string,
  template: unknown,
  words: TemplateTexts,
  language: Language,
): string {
  const parts = pointer.split('/').filter((part) => part !== '' && part !== 'template')
  const [first, at, ...rest] = parts
  if (first === undefined) return words.file
  if (first !== 'steps' || at === undefined) return fieldInWords(parts, words)
  const title = (template as Titled | null)?.steps?.[Number(at)]?.title?.[language]
  const name = typeof title === 'string' && title.trim() ? title : '…'
  const step = words.step(String(Number(at) + 1), name)
  return rest.length > 0 ? `${step}, ${fieldInWords(rest, words)}` : step
}

function fieldInWords([field = '', part]: string[], words: TemplateTexts): string {
  // A file can hold any field: an unknown one is shown as it is written.
  const name = Object.hasOwn(words.fields, field) ? words.fields[field as keyof typeof words.fields] : field
  if (part === undefined) return name
  if (part === 'nl' || part === 'en') return words.inLanguage(name, words.languages[part])
  return field === 'questions' ? words.question(String(Number(part) + 1)) : name
}
