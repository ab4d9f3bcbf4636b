import type { Language } from '../../server/contract/shape.ts'
import type { Failure } from '../lib/api.ts'
import type { Template } from '../../server/contract/template.ts'

/**
 * Was a template of one's own written in both languages? Then it goes on so. One that is new to them begins in theirs,
 * whatever it was made from.
 */
export const isInBoth = ({ title }: Template, isOwn: boolean): boolean => isOwn && title.nl !== title.en

/** A mistake in words that were written once, and stand in both languages, is said once. */
export function saidOnce(failure: Failure, language: Language): Failure {
  const other = language === 'nl' ? '/en' : '/nl'
  return {
    ...failure,
    errors: failure.errors
      .filter(({ pointer }) => !pointer.endsWith(other))
      .map(({ pointer, message }) => ({ pointer: pointer.replace(/\/(nl|en)$/, ''), message })),
  }
}
