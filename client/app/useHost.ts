import { useEffect, useState } from 'react'
import type { Language } from '../../server/contract/shape.ts'
import { findHost } from '../hosts/find.ts'
import { HostTooOld, NoHost, type Host, type ThemeName } from '../hosts/host.ts'

export type FoundHost =
  | { state: 'finding' }
  | { state: 'found'; host: Host }
  | { state: 'none' }
  | { state: 'too-old'; language: Language }
  | { state: 'unreachable' }

// Asked for before React draws anything: every later step waits for it.
const coming = findHost()

function whyNot(error: unknown): FoundHost {
  if (error instanceof HostTooOld) return { state: 'too-old', language: error.language }
  return { state: error instanceof NoHost ? 'none' : 'unreachable' }
}

/** The program around the page, and its theme as it changes. */
export function useHost(): { found: FoundHost; theme: ThemeName } {
  const [found, setFound] = useState<FoundHost>({ state: 'finding' })
  const [theme, setTheme] = useState<ThemeName>('light')
  useEffect(() => {
    coming.then(
      (host) => {
        document.documentElement.lang = host.language
        setTheme(host.theme)
        host.onThemeChange(setTheme)
        setFound({ state: 'found', host })
      },
      (error: unknown) => setFound(whyNot(error)),
    )
  }, [])
  // The browser draws scroll bars, date pickers and the page behind ours by the colour scheme of the root element.
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark'
  }, [theme])
  return { found, theme }
}
