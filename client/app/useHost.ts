import { useEffect, useState } from 'react'
import { findHost } from '../hosts/find.ts'
import { HostTooOld, NoHost, type Host, type ThemeName } from '../hosts/host.ts'

export type FoundHost =
  | { state: 'finding' }
  | { state: 'found'; host: Host }
  | { state: 'none' }
  | { state: 'too-old' }
  | { state: 'unreachable' }

// Asked for before React draws anything: every later step waits for it.
const coming = findHost()

const why = (error: unknown) =>
  error instanceof NoHost ? 'none' : error instanceof HostTooOld ? 'too-old' : 'unreachable'

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
      (error: unknown) => setFound({ state: why(error) }),
    )
  }, [])
  // What the browser itself draws follows: scroll bars, the date picker, the page behind ours.
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark'
  }, [theme])
  return { found, theme }
}
