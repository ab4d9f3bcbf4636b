import type { Audience } from '../../../server/contract/publication.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { momentInWords } from '../../lib/dates.ts'
import { sharingTexts } from './texts.ts'

/** Into which invite it goes, and everybody who can read it there. */
export function readersWords(
  { next, waitsFor }: Pick<Audience, 'next' | 'waitsFor'>,
  language: Language,
  timeZone?: string,
): { into: string; waits: string | null; readers: string[] } {
  const words = sharingTexts[language].readers
  const waits = waitsFor === null ? null : words.waitsFor(waitsFor)
  if (!next) return { into: words.none, waits, readers: [words.both, words.mayHide] }
  const [rooms, noteTakers] = [next.alsoInvited, next.noteTakers].map((names) =>
    new Intl.ListFormat(language).format(names),
  )
  return {
    into: words.into(next.subject, momentInWords(next.start, language, timeZone)),
    waits,
    readers: [
      words.both,
      ...(noteTakers ? [words.noteTakers(noteTakers)] : []),
      ...(rooms ? [words.rooms(rooms)] : []),
      colleagues(next, words),
    ],
  }
}

function colleagues(
  next: NonNullable<Audience['next']>,
  words: (typeof sharingTexts)[Language]['readers'],
): string {
  if (next.isPrivate) return words.hidden
  if (next.willBePrivate) return words.willHide
  return next.iOrganise ? words.mayHide : words.colleagues(next.organiser)
}
