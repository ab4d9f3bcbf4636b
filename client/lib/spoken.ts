import type { Language } from '../../server/contract/shape.ts'

const named = (own: Language) => `groei spoken to ${own}`

/** In which language people of this one were answered last on this machine, so that the first screen is in it too. */
export function lastSpoken(own: Language): Language {
  try {
    const last = localStorage.getItem(named(own))
    return last === 'nl' || last === 'en' ? last : own
  } catch {
    return own
  }
}

export function rememberSpoken(own: Language, language: Language): void {
  try {
    if (language === own) localStorage.removeItem(named(own))
    else localStorage.setItem(named(own), language)
  } catch {
    // The browser keeps nothing for us: the first screen begins in the person's own language.
  }
}
