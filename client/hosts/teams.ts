import { app, authentication, meeting } from '@microsoft/teams-js'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import { NoHost, type Host, type ThemeName } from './host.ts'
import { keepToken } from './token.ts'

/** A page that some other site frames gets no answer at all; milliseconds. */
const patience = 15_000

const themeOf = (name: string): ThemeName =>
  name === 'contrast' ? 'contrast' : name === 'dark' || name === 'glass' ? 'dark' : 'light'

/** The meeting's join URL and start; refused (1000) where the permission is missing. */
function details(): Promise<MeetingReference | null> {
  return new Promise((resolve) => {
    try {
      meeting.getMeetingDetails((error, found) => {
        const { joinUrl, scheduledStartTime: start } = (found?.details ?? {}) as {
          joinUrl?: string
          scheduledStartTime?: string
        }
        if (error || !joinUrl) return resolve(null)
        resolve({ joinUrl, ...(start ? { start: new Date(start).toISOString() } : {}) })
      })
    } catch {
      // The library refuses by itself outside a meeting, and on hosts that do not know meetings.
      resolve(null)
    }
  })
}

async function initialize(): Promise<void> {
  const timeout = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new NoHost()), patience))
  try {
    await Promise.race([app.initialize(), timeout])
  } catch {
    throw new NoHost()
  }
}

/** Groei in Teams, by the real TeamsJS. @throws NoHost where there is no Teams around the page */
export async function teamsHost(): Promise<Host> {
  await initialize()
  app.notifyAppLoaded()
  const context = await app.getContext()
  const getToken = keepToken(() => authentication.getAuthToken())
  let shown = false
  return {
    kind: 'teams',
    language: context.app.locale.toLowerCase().startsWith('nl') ? 'nl' : 'en',
    theme: themeOf(context.app.theme),
    onThemeChange: (listener) => app.registerOnThemeChangeHandler((name) => listener(themeOf(name))),
    meeting: async () => {
      const chatId = context.chat?.id
      return (await details()) ?? (chatId ? { chatId } : null)
    },
    getToken,
    consent: async (claims) => {
      await authentication.getAuthToken({ ...(claims ? { claims: [claims] } : {}), silent: false })
      await getToken({ fresh: true })
    },
    ready: () => {
      if (!shown) app.notifySuccess()
      shown = true
    },
    failed: () => {
      if (!shown) app.notifyFailure({ reason: app.FailedReason.Other })
    },
  }
}
