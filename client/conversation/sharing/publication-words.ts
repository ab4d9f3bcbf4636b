import type { Publication } from '../../../server/contract/publication.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { momentInWords } from '../../lib/dates.ts'
import { waitingTexts } from '../../../server/contract/shared-texts.ts'
import { sharingTexts } from './texts.ts'

/** The state of the invite in words: why, what to do, and which invite it is. */
export function publicationWords(
  { state, reason, triedSince, target, handEdited }: Publication,
  language: Language,
  otherName: string,
  timeZone?: string,
): { title: string; lines: string[] } {
  const words = sharingTexts[language]
  const waiting = waitingTexts[language]
  const since = triedSince ? momentInWords(triedSince, language, timeZone) : ''
  const when = target && momentInWords(target.start, language, timeZone)
  if (state === 'superseded') return { title: words.done, lines: [words.superseded] }
  if (state === 'published') {
    const isThere = reason === null || ['queued', 'not-cleared', 'altered'].includes(reason)
    return {
      title: isThere ? words.inInvite : words.behind,
      lines: [
        ...(target && when ? [isThere ? when : words.published(target.subject, when)] : []),
        ...(handEdited ? [words.handEdited] : []),
        ...(reason ? [waiting.reasons[reason](otherName, since)] : []),
      ],
    }
  }
  const why = reason ?? 'queued'
  return {
    title: why === 'queued' ? words.done : waiting.title,
    lines: [
      waiting.reasons[why](otherName, since),
      ...(target && when ? [words.target(target.subject, when)] : []),
    ],
  }
}
