import type { Language } from '../../server/contract/shape.ts'
import type { Failure } from '../lib/api.ts'
import { commonTexts } from '../lib/texts.ts'
import type { OtherAccount, SignInFailed, SignInReason } from './host.ts'
import { signInTexts } from './sign-in-texts.ts'

/** Why somebody is not signed in, and the one thing to do about it. */
export type SignInWords = {
  title: string
  detail: string
  /** The code by which an admin can look it up. */
  small: string | undefined
  action: string
  /** Does it take a prompt? Else it is tried again as it is: a prompt would fail alike. */
  asks: boolean
}

const withoutPrompt = new Set<SignInReason>([
  'offline',
  'busy',
  'no-bridge',
  'redirect',
  'package',
  'not-in-tenant',
])

/** The way on after a call that failed: what it is called, and whether the person is prompted, and for consent. */
export function retryOf({ slug }: Failure, language: Language) {
  const { consent, signIn, retry } = commonTexts[language]
  if (slug === 'consent-required') return { action: consent, asks: true, consent: true }
  const asks = slug === 'proof-required' || slug === 'unauthenticated'
  return { action: asks ? signIn : retry, asks, consent: false }
}

export function signInWords(
  { reason, code }: SignInFailed,
  other: OtherAccount | null,
  language: Language,
): SignInWords {
  const common = commonTexts[language]
  const texts = signInTexts[language]
  const asks = !withoutPrompt.has(reason)
  const shown = {
    small: code ? texts.code(code) : undefined,
    action: asks ? common.signIn : common.retry,
    asks,
  }
  switch (reason) {
    case 'offline':
      return { ...shown, ...common.offline, small: undefined }
    case 'declined':
    case 'signed-out':
      return { ...shown, ...common.signedOut, small: undefined }
    case 'other-account':
      if (!other) return { ...shown, ...common.signedOut }
      return {
        ...shown,
        title: texts[reason].title,
        detail: texts[reason].detail(other.mailbox, other.signedIn),
        action: texts.signInAs(other.mailbox),
      }
    case 'redirect':
    case 'package':
      return { ...shown, title: texts[reason].title, detail: texts[reason].detail(location.host) }
    default:
      return { ...shown, ...texts[reason] }
  }
}
