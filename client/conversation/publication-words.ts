import type { Publication } from '../../server/contract/publication.ts'
import type { Language } from '../../server/contract/shape.ts'
import { momentInWords } from '../lib/dates.ts'
import type { Texts } from '../lib/texts/nl.ts'

/** What happened to the invite, in a sentence. */
export function publicationWords(
  { state, reason, target }: Publication,
  texts: Texts,
  language: Language,
  timeZone?: string,
): string {
  if (state === 'published' && target) {
    return texts.finish.published(target.subject, momentInWords(target.start, language, timeZone))
  }
  return texts.waiting[reason ?? 'queued']
}
