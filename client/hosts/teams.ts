import { app, authentication, meeting } from '@microsoft/teams-js'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { Host, ThemeName } from './host.ts'
import { keepToken } from './token.ts'

const themeOf = (name: string): ThemeName =>
  name === 'contrast' ? 'contrast' : name === 'dark' || name === 'glass' ? 'dark' : 'light'

/** The meeting's join URL and start; refused (1000) where the permission is missing. */
function details(): Promise<MeetingReference | null> {
  return new Promise((resolve) => {
    meeting.getMeetingDetails((error, found) => {
      const { joinUrl, scheduledStartTime } = (found?.details ?? {}) as {
        joinUrl?: string
        scheduledStartTime?: string
      }
      resolve(
        error || !joinUrl
          ? null
          : { joinUrl, ...(scheduledStartTime ? { start: new Date(scheduledStartTime).toISOString() } : {}) },
      )
    })
  })
}

/** Groei in Teams, by the real TeamsJS. Rejects where there is no Teams around the page. */
export async function teamsHost(): Promise<Host> {
  await app.initialize()
  app.notifyAppLoaded()
  const context = await app.getContext()
  const getToken = keepToken(() => authentication.getAuthToken())
  return {
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
    ready: () => void app.notifySuccess(),
  }
}
