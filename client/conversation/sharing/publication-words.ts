import type { Publication } from '../../../server/contract/publication.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { momentInWords } from '../../lib/dates.ts'
import type { Texts } from '../../lib/texts/nl.ts'
import { sharing } from '../../lib/texts/sharing.ts'
import { waitingWords } from '../../lib/waiting-words.ts'

/** What happened to the invite: how it stands, why, what to do, and which invite it is. */
export function publicationWords(
  { state, reason, target, handEdited }: Publication,
  texts: Texts,
  language: Language,
  otherName: string,
  timeZone?: string,
): { title: string; lines: string[] } {
  const when = target && momentInWords(target.start, language, timeZone)
  if (state === 'superseded') return { title: texts.finish.done, lines: [sharing[language].superseded] }
  if (state === 'published') {
    const isThere = reason === null || reason === 'queued' || reason === 'not-cleared'
    return {
      title: isThere ? texts.finish.done : texts.finish.behind,
      lines: [
        ...(target && when ? [texts.finish.published(target.subject, when)] : []),
        ...(handEdited ? [sharing[language].handEdited] : []),
        ...(reason ? [waitingWords(texts, reason, otherName)] : []),
      ],
    }
  }
  const why = reason ?? 'queued'
  return {
    title: why === 'queued' ? texts.finish.done : texts.finish.waiting,
    lines: [
      waitingWords(texts, why, otherName),
      ...(target && when ? [texts.finish.target(target.subject, when)] : []),
    ],
  }
}
