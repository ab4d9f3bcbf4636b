import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { Language } from '../../server/contract/shape.ts'

export type ThemeName = 'light' | 'dark' | 'contrast'

/** What Groei needs of the program that it is open in. */
export interface Host {
  kind: 'teams'
  language: Language
  theme: ThemeName
  onThemeChange(listener: (theme: ThemeName) => void): void
  /** The meeting that the panel stands beside; null when there is none. */
  meeting(): Promise<MeetingReference | null>
  /** An access token for our API; `fresh` after the server refused the one before. */
  getToken(options?: { fresh?: boolean }): Promise<string>
  /** Asks the person for consent, with what Microsoft wants to hear. Rejects when they decline. */
  consent(claims: string | undefined): Promise<void>
  /** The first useful view stands; words that say what is the matter count as one. */
  ready(): void
  /** There will be no first view. */
  failed(): void
}

/** The page is open in a browser of its own, where no 1-on-1 is beside it. */
export class NoHost extends Error {
  override name = 'NoHost'
}
