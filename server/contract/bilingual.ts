import { isolating } from './isolated.ts'
import type { Language } from './shape.ts'

/**
 * Texts in both languages, side by side: the English ones have the names of the Dutch ones and fill in the same. What is
 * filled in reorders nothing around it.
 */
export const bilingual = <T>(texts: { nl: T; en: NoInfer<T> }): Record<Language, T> => isolating(texts)
