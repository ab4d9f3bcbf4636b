import type { Person } from './api.ts'
import { answerNested } from './naa.ts'

/** The event beside a pane, as Outlook describes it to the pane. */
export type OpenItem = {
  itemId: string | null
  form: 'read' | 'compose'
  shared: boolean
  start: string | null
  /** The series that it belongs to; null for a series itself. */
  seriesId: string | null
  isRecurring: boolean
  /** How often the id is asked for in vain. */
  unknownFor: number
}
/** `classic`: Outlook for Windows. `mac`: the new Outlook on a Mac, where an event was made a moment ago. */
export type Client = 'web' | 'classic' | 'mac'
export type HostContext = {
  tenantId: string
  person: Person
  item: OpenItem | null
  theme: string
  locale: string
  /** Does this Outlook sign nested apps in? `promised`: it says so and has no bridge (MSAL 7723); `mute`: one that never answers. */
  nested: Nested
  ask: (what: string) => Promise<boolean>
  /** One of the mailbox's. */
  address: string
  account: string | null
  refuses: string | null
}
export type Nested = 'on' | 'off' | 'promised' | 'mute'

const backgrounds: Record<string, string> = { default: '#ffffff', dark: '#1f1f1f', contrast: '#000000' }
const backgroundOf = (theme: string) => backgrounds[theme] ?? '#ffffff'

/** Outlook's side of the stand-in for Office.js in one pane. */
export function outlookHost(frame: () => Window | null, context: () => HostContext) {
  const answers: Record<string, (args: unknown[]) => unknown> = {
    context: () => {
      const { item, theme, locale, nested, address } = context()
      const language = locale === 'nl-nl' ? 'nl-NL' : 'en-US'
      return { language, background: backgroundOf(theme), nested, item, address }
    },
    // The account of the mailbox that is open.
    account: () => {
      const { person, tenantId } = context()
      const { upn, oid } = person
      return { userPrincipalName: upn, loginHint: upn, userObjectId: oid, tenantId, authorityType: 'aad' }
    },
    nested: ([request]) =>
      context().nested === 'mute' ? new Promise(() => undefined) : answerNested(String(request), context()),
  }
  window.addEventListener('message', (event) => {
    const target = frame()
    if (!target || event.source !== target || event.origin !== location.origin) return
    const { office, id, args = [] } = event.data as { office?: string; id?: number; args?: unknown[] }
    const answer = office === undefined ? undefined : answers[office]
    if (!answer) return
    void Promise.resolve(answer(args)).then((value) =>
      target.postMessage({ office: 'answer', id, args: [value] }, location.origin),
    )
  })
  return {
    themeChanged: (theme: string) =>
      frame()?.postMessage({ office: 'theme', args: [backgroundOf(theme)] }, location.origin),
  }
}
