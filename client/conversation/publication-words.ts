import type { Publication } from '../../server/contract/publication.ts'
import type { Language } from '../../server/contract/shape.ts'
import { momentInWords } from '../lib/dates.ts'
import type { Texts } from '../lib/texts/nl.ts'
import { sharing } from '../lib/texts/sharing.ts'

/** What happened to the invite: how it stands, why, what to do, and which invite it is. */
export function publicationWords(
  { state, reason, target, handEdited }: Publication,
  texts: Texts,
  language: Language,
  timeZone?: string,
): { title: string; lines: string[] } {
  const when = target && momentInWords(target.start, language, timeZone)
  if (state === 'superseded') return { title: texts.finish.done, lines: [sharing[language].superseded] }
  if (state === 'published') {
    return {
      title: texts.finish.done,
      lines: [
        ...(target && when ? [texts.finish.published(target.subject, when)] : []),
        ...(handEdited ? [sharing[language].handEdited] : []),
      ],
    }
  }
  const why = reason ?? 'queued'
  return {
    title: why === 'queued' ? texts.finish.done : texts.finish.waiting,
    lines: [texts.waiting[why], ...(target && when ? [texts.finish.target(target.subject, when)] : [])],
  }
}
