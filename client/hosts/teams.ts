import { app, authentication, FrameContexts, meeting, nestedAppAuth, pages } from '@microsoft/teams-js'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import { personalTabId } from '../../server/contract/settings.ts'
import { hasBridge } from './bridge.ts'
import { NoHost, SignInFailed, type Host, type Place, type SignIn, type ThemeName } from './host.ts'
import { signInFailed } from './sign-in-failure.ts'
import { keepToken } from './token.ts'
import { loadPart } from '../lib/load-part.ts'
import { whenIdle } from '../lib/when-idle.ts'

/** A page that some other site frames gets no answer at all; milliseconds. */
const patience = 15_000

const themeOf = (name: string): ThemeName =>
  name === 'contrast' ? 'contrast' : name === 'dark' || name === 'glass' ? 'dark' : 'light'

const placeOf = (frameContext: FrameContexts): Place => {
  if (location.pathname === '/tab') return 'personal-tab'
  if (frameContext === FrameContexts.settings) return 'configure'
  return frameContext === FrameContexts.sidePanel ? 'side-panel' : 'meeting-tab'
}

/** A client that does not know the question may never answer it (docs/platform-facts.md, From the side panel to the event). */
const patienceForDetails = 5_000

/** The join link and the start as Teams tells them, either or none; refused (1000) where the permission is missing. */
function details(): Promise<MeetingReference> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({}), patienceForDetails)
    try {
      meeting.getMeetingDetails((error, found) => {
        const { joinUrl, scheduledStartTime: start } = (found?.details ?? {}) as {
          joinUrl?: string
          scheduledStartTime?: string
        }
        resolve(error ? {} : { ...(joinUrl ? { joinUrl } : {}), ...(start ? { start } : {}) })
      })
    } catch {
      // The library refuses by itself outside a meeting, and on hosts that do not know meetings.
      resolve({})
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

/** Teams' own way, for clients that have no bridge for nested apps. */
function teamsSignIn(): SignIn {
  const failureOf = (error: unknown) => {
    const said = error instanceof Error ? error.message : String(error)
    return signInFailed(said, said)
  }
  const getToken = keepToken(() =>
    authentication.getAuthToken().catch((error: unknown) => {
      const failure = failureOf(error)
      // Whether the person may consent, or an admin has to, only the prompt tells.
      throw failure.reason === 'consent' ? new SignInFailed('signed-out', failure.code) : failure
    }),
  )
  return {
    getToken,
    otherAccount: () => null,
    prompt: async ({ claims }) => {
      try {
        await authentication.getAuthToken({ ...(claims ? { claims: [claims] } : {}), silent: false })
      } catch (error) {
        throw failureOf(error)
      }
      await getToken({ fresh: true })
    },
  }
}

/** A page in a frame of a frame gets no bridge, whatever its host recommends. */
const signInHere = (): Promise<SignIn> | SignIn =>
  nestedAppAuth.isNAAChannelRecommended() && hasBridge()
    ? import('./nested.ts').then((one) => one.nestedSignIn(null))
    : teamsSignIn()

/** "Save" in the dialog adds a tab to the meeting, with the same address for everybody in it. */
function configure(): void {
  const contentUrl = `${location.origin}/panel`
  pages.config.registerOnSaveHandler((saving) => {
    pages.config
      .setConfig({ entityId: 'groei', contentUrl, websiteUrl: contentUrl, suggestedDisplayName: 'Groei' })
      .then(
        () => saving.notifySuccess(),
        (error: unknown) => saving.notifyFailure(String(error)),
      )
  })
  pages.config.setValidityState(true)
}

/** Groei in Teams, by the real TeamsJS. @throws NoHost where there is no Teams around the page */
export async function teamsHost(): Promise<Host> {
  await initialize()
  app.notifyAppLoaded()
  const [context, signIn] = await Promise.all([app.getContext(), signInHere()])
  const place = placeOf(context.page.frameContext)
  const followOn =
    place === 'personal-tab' && (await import('./personal-tab.ts').then((one) => one.followLinks(context)))
  if (place === 'configure') configure()
  const { appId } = context.app
  const meetingNow = async (): Promise<MeetingReference | 'none'> => {
    if (place === 'personal-tab') return 'none'
    const chatId = context.chat?.id
    const found = { ...(await details()), ...(chatId ? { chatId } : {}) }
    return found.joinUrl || found.chatId ? found : 'none'
  }
  let listener: (theme: ThemeName) => void = () => undefined
  const tellTheme = (name: string) => listener(themeOf(name))
  if (followOn || place === 'side-panel')
    whenIdle(() => {
      const load = () => import('./suspension.ts')
      void loadPart(load).then((one) =>
        one.allowSuspension({ context, meeting: meetingNow, tellTheme, followOn }),
      )
    })
  let shown = false
  return {
    ...signIn,
    kind: 'teams',
    place,
    language: context.app.locale.toLowerCase().startsWith('nl') ? 'nl' : 'en',
    theme: themeOf(context.app.theme),
    onThemeChange: (told) => {
      listener = told
      app.registerOnThemeChangeHandler(tellTheme)
    },
    meeting: meetingNow,
    ready: () => {
      if (!shown) app.notifySuccess()
      shown = true
    },
    failed: () => {
      if (!shown) app.notifyFailure({ reason: app.FailedReason.Other })
    },
    // Teams shows them above the page; Outlook and Microsoft 365 may show one or none.
    hasTabs: place === 'personal-tab' && context.app.host.name.startsWith('Teams'),
    takesFiles: !/^(android|ios|ipados)$/i.test(context.app.host.clientType),
    openPersonalTab:
      appId && pages.isSupported()
        ? () => pages.navigateToApp({ appId: appId.toString(), pageId: personalTabId })
        : null,
  }
}
