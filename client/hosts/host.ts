import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { Language } from '../../server/contract/shape.ts'

export type ThemeName = 'light' | 'dark' | 'contrast'

/** What Groei needs of the program that it is open in. */
export interface Host {
  language: Language
  theme: ThemeName
  onThemeChange(listener: (theme: ThemeName) => void): void
  /** The meeting that the panel stands beside; null when there is none. */
  meeting(): Promise<MeetingReference | null>
  /** An access token for our API; `fresh` after the server refused the one before. */
  getToken(options?: { fresh?: boolean }): Promise<string>
  /** Asks the person for consent, with what Microsoft wants to hear. Rejects when they decline. */
  consent(claims: string | undefined): Promise<void>
  /** The first useful view stands. */
  ready(): void
}
