import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { Language } from '../../server/contract/shape.ts'

export type ThemeName = 'light' | 'dark' | 'contrast'

/** Where the page is open: it decides what is shown, and whether others may be looking on. */
export type Place =
  /** Beside the conversation, in the call. */
  | 'side-panel'
  /** A tab of the meeting that everybody in it shares. */
  | 'meeting-tab'
  /** The dialog that adds that tab. */
  | 'configure'
  | 'personal-tab'
  /** Beside the event in Outlook. */
  | 'pane'

/** Why no meeting is beside the page. */
export type NoMeeting = 'none' | 'not-saved' | 'other-calendar'

/** The interaction that Entra asks for when a person cannot be signed in silently. */
export type Wanted = {
  /** Their consent to what our server asks of Graph; else signing in again is enough. */
  consent: boolean
  /** The claims that Conditional Access asks for besides. */
  claims: string | undefined
}

/** The mailbox that is open, and the account that is signed in by another name. */
export type OtherAccount = {
  mailbox: string
  signedIn: string
  /**
   * The host knows the mailbox by another account, and the person was not asked for it yet. Else the mailbox may be theirs: it
   * has more addresses than an account has names.
   */
  isDoubtful: boolean
}

/** Signing a person in for our API. */
export type SignIn = {
  /** An access token; `fresh` after the server refused the one before. @throws SignInFailed */
  getToken(options?: { fresh?: boolean }): Promise<string>
  /** Asks the person. @throws SignInFailed */
  prompt(wanted: Wanted): Promise<void>
  /** Where a mailbox is open whose address is no name of the account. */
  otherAccount(): OtherAccount | null
}

/**
 * Asks the person.
 * @param onRefused called when they are not let in, for who can change that; who declined is asked as before
 * @returns whether they are signed in
 */
export async function prompted(
  host: SignIn,
  wanted: Wanted,
  onRefused: (failure: SignInFailed) => void,
): Promise<boolean> {
  try {
    await host.prompt(wanted)
    return true
  } catch (error) {
    if (error instanceof SignInFailed && error.reason !== 'declined') onRefused(error)
    return false
  }
}

/** The host application, as far as Groei uses it; Teams and Outlook each implement it. */
export interface Host extends SignIn {
  kind: 'teams' | 'outlook'
  place: Place
  language: Language
  theme: ThemeName
  onThemeChange(listener: (theme: ThemeName) => void): void
  /** The meeting that the page stands beside. */
  meeting(): Promise<MeetingReference | NoMeeting>
  /** The first useful view stands; words that say what is the matter count as one. */
  ready(): void
  /** There will be no first view. */
  failed(): void
  /** Does the host show the tabs of the personal app itself? */
  hasTabs: boolean
  /** Does the host keep a file that a page gives? On a phone it shows it, with no way to save it or back. */
  takesFiles: boolean
  /** The person's own list of 1-on-1s, where nobody looks on; null where the host cannot go there. */
  openPersonalTab: (() => Promise<void>) | null
}

/** The page is open in a browser of its own, where no 1-on-1 is beside it. */
export class NoHost extends Error {
  override name = 'NoHost'
}

/** The host has no way to sign a person in for a page inside it: an Outlook of years ago. */
export class HostTooOld extends Error {
  override name = 'HostTooOld'
  readonly language: Language
  constructor(language: Language) {
    super()
    this.language = language
  }
}

/** Why a person is not signed in, by who can do what about it (docs/platform-facts.md, Sign-in). */
export const signInReasons = [
  /** The person closed the prompt. */
  'declined',
  'offline',
  /** A prompt is all that is missing. */
  'signed-out',
  /** Microsoft is busy. */
  'busy',
  /** The host promised to sign us in, and does not. */
  'no-bridge',
  /** The account is not the one of the mailbox that is open. */
  'other-account',
  /** The account is disabled or locked, or its password is over. */
  'account',
  /** Our registration lacks the redirect URI of this server. */
  'redirect',
  /** The app package is of another server. */
  'package',
  /** The organisation does not have Groei. */
  'not-in-tenant',
  /** An admin has to consent. */
  'consent',
  'not-assigned',
  /** Conditional Access lets nobody in from here. */
  'rules',
  /** Anything else. */
  'refused',
] as const
export type SignInReason = (typeof signInReasons)[number]

export class SignInFailed extends Error {
  override name = 'SignInFailed'
  readonly reason: SignInReason
  /** The code by which an admin can look it up; empty where Microsoft gave none. */
  readonly code: string
  constructor(reason: SignInReason, code = '') {
    super(`${reason} ${code}`)
    this.reason = reason
    this.code = code
  }
}
