import type { Language } from '../../server/contract/shape.ts'
import type { Kept } from './kept.ts'

const named = (own: Language) => `spoken to ${own}`

/** In which language this person was answered last on this machine, so that the first screen is in it too. */
export function lastSpoken(kept: Kept, own: Language): Language {
  const last = kept.recall(named(own))
  return last === 'nl' || last === 'en' ? last : own
}

export function rememberSpoken(kept: Kept, own: Language, language: Language): void {
  if (language === own) kept.forget(named(own))
  else kept.keep(named(own), language)
}
