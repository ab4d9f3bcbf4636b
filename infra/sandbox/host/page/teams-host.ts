import { consent, getToken, type Meeting, type Person } from './api.ts'
import { answerNested } from './naa.ts'

/** Where in Teams a tab is open, with the page that the manifest (or the configured tab) names for it. */
export const places = {
  call: { path: '/panel', frameContext: 'sidePanel' },
  details: { path: '/panel', frameContext: 'content' },
  configure: { path: '/configure', frameContext: 'settings' },
  personal: { path: '/tab', frameContext: 'content' },
  // No tab: the person's chat with the bot.
  chat: { path: null, frameContext: 'content' },
} as const
export type PlaceName = keyof typeof places

/** Only the desktop client keeps the page of a tab that was left; a phone keeps no file of an app's (msteams-docs 10780). */
export const clients = ['desktop', 'web', 'android'] as const
export type Client = (typeof clients)[number]

/** Does the client sign nested apps in? `promised`: it says so, and the page gets no bridge, as in a frame of a frame. */
export type Nested = 'on' | 'off' | 'promised'

/** From start to end of this Teams. */
const sessionId = crypto.randomUUID()

/** The facts from which a Teams client makes its app context. */
export type HostContext = {
  tenantId: string
  person: Person
  /** None in the personal app. */
  meeting: Meeting | null
  place: PlaceName
  /** The tab that is open: those of the personal app have each their own. */
  entityId: string
  subPageId: string | null
  theme: string
  locale: string
  client: Client
  nested: Nested
  /** Does this client tell of the meeting when it is asked? One that does not know the question says nothing. */
  tellsOfMeeting: boolean
  ask: (what: string) => Promise<boolean>
  /** The app asks to be shown somewhere else. */
  go: (place: PlaceName, subPageId?: string) => void
  /** Can the dialog that adds the tab be saved? */
  valid: (valid: boolean) => void
}
/** The tabs of the personal app, as its manifest names them, with the page of each. */
export const personalTabs = [
  { entityId: 'my-one-on-ones', nl: 'Vandaag', en: 'Today', hash: '#/' },
  { entityId: 'people', nl: 'Mensen', en: 'People', hash: '#/people' },
  { entityId: 'commitments', nl: 'Afspraken', en: 'Commitments', hash: '#/commitments' },
] as const

type Request = { id: number; uuidAsString?: string; func: string; args?: unknown[]; data?: string }

/** Groei's id in this tenant's app catalogue. */
const appId = '6f1d2c3b-4a59-4687-9786-a5b4c3d2e1f0'

/** The page of the personal app that a deep link names, as Teams reads it; null: a link to something else. */
export function linkedPage(link: string): { subPageId: string | null } | null {
  const { pathname, searchParams } = new URL(link)
  if (!pathname.startsWith(`/l/entity/${appId}/`)) return null
  const { subEntityId = null } = JSON.parse(searchParams.get('context') ?? '{}') as { subEntityId?: string }
  return { subPageId: subEntityId }
}

/** The capabilities of the host, in the wire form of TeamsJS 2.x, runtime version 4. */
const runtime = (nested: Nested) =>
  JSON.stringify({
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    isNAAChannelRecommended: nested !== 'off',
    supports: {
      app: {},
      meeting: {},
      pages: { appButton: {}, tabs: {}, config: {}, backStack: {} },
      chat: {},
      ...(nested === 'on' ? { nestedAppAuth: {} } : {}),
    },
  })

/** The context in the flat form in which hosts send it; the library gives it its present shape. */
const contextOf = ({
  tenantId,
  person,
  meeting,
  theme,
  locale,
  place,
  entityId,
  subPageId,
  client,
}: HostContext) => ({
  locale,
  theme,
  appId,
  tid: tenantId,
  userObjectId: person.oid,
  userPrincipalName: person.upn,
  upn: person.upn,
  loginHint: person.upn,
  userDisplayName: person.name,
  frameContext: places[place].frameContext,
  hostName: 'Teams',
  hostClientType: client,
  entityId,
  sessionId,
  ...(subPageId ? { subEntityId: subPageId } : {}),
  ...(meeting ? { meetingId: btoa(`0#${meeting.chatId}#0`), chatId: meeting.chatId } : {}),
})

const detailsOf = (tenantId: string, meeting: Meeting) => ({
  details: {
    id: btoa(meeting.iCalUId),
    title: meeting.subject,
    type: 'Recurring',
    joinUrl: meeting.joinUrl,
    scheduledStartTime: meeting.start,
    scheduledEndTime: meeting.end,
  },
  conversation: { id: meeting.chatId },
  organizer: { id: meeting.organizer.oid, tenantId },
})

/** An app that is left has so long to bring its things away, in milliseconds. */
const unloading = 30_000

/** Teams' code for what this host does not do here. */
const notSupported = [{ errorCode: 100 }]

/** The host's side of the real TeamsJS in one iframe. Each function answers with the arguments of its callback. */
export function teamsHost(frame: () => Window | null, context: () => HostContext) {
  const handlers = new Set<string>()
  let unloaded: (isReady: boolean) => void = () => undefined
  /** Keeps them; the frame shows them, to see what the app asked for. */
  function register(name: string | null): void {
    if (name) handlers.add(name)
    else handlers.clear()
    frame()?.frameElement?.setAttribute('data-handlers', [...handlers].join(' '))
  }
  type Answer = unknown[] | null
  const functions: Record<string, (args: unknown[], data: string) => Answer | Promise<Answer>> = {
    initialize: () => {
      register(null)
      const { place, nested, client } = context()
      // As Teams does: an old version where it once stood, what is supported after it.
      return [places[place].frameContext, client, '2.58.0', runtime(nested)]
    },
    getContext: () => [contextOf(context())],
    registerHandler: ([name]) => {
      register(String(name))
      return null
    },
    'authentication.getAuthToken': async ([, claims, silent]) => {
      const { person, ask } = context()
      if (claims || silent === false) {
        if (!(await ask(claims ? 'proof' : 'Calendars'))) return [false, 'CancelledByUser']
        await consent(person.upn)
      }
      return getToken(person.upn, 'api').then(
        (token) => [true, token],
        () => [false, 'resourceDisabled'],
      )
    },
    'nestedAppAuth.execute': async (_args, data) =>
      context().nested === 'on' ? [null, await answerNested(data, context())] : notSupported,
    'meeting.getMeetingDetails': () => {
      const { tenantId, meeting, tellsOfMeeting } = context()
      if (!tellsOfMeeting) return null
      return meeting ? [null, detailsOf(tenantId, meeting)] : notSupported
    },
    'pages.navigateToApp': ([target]) => {
      const asked = target as { appId?: string; pageId?: string; subPageId?: string }
      if (asked.appId !== appId || !personalTabs.some(({ entityId }) => entityId === asked.pageId))
        return [false, 'App not found']
      context().go('personal', asked.subPageId)
      return [true]
    },
    'settings.setValidityState': ([valid]) => {
      context().valid(valid === true)
      return null
    },
    // The address of the tab is the product's own, as the manifest's valid domains want it.
    'settings.setSettings': ([settings]) => {
      const { contentUrl = '' } = settings as { contentUrl?: string }
      return contentUrl === `${location.origin}${places.details.path}`
        ? [true]
        : [false, 'Invalid content URL']
    },
    'settings.save.success': () => {
      context().go('details')
      return null
    },
    readyToUnload: () => {
      unloaded(true)
      return null
    },
    // Nothing is before the app here.
    navigateBack: () => [false],
    'appInitialization.appLoaded': () => null,
    'appInitialization.success': () => null,
    'appInitialization.failure': () => null,
    'appInitialization.expectedFailure': () => null,
  }

  async function receive(event: MessageEvent): Promise<void> {
    const target = frame()
    if (!target || event.source !== target || event.origin !== location.origin) return
    const { id, uuidAsString, func, args = [], data = '' } = event.data as Request
    const known = functions[func]
    const answer = known ? await known(args, data) : notSupported
    if (answer) target.postMessage({ id, uuidAsString, args: answer }, location.origin)
  }
  window.addEventListener('message', (event) => void receive(event))

  const send = (func: string, args: unknown[]) => frame()?.postMessage({ func, args }, location.origin)
  return {
    themeChanged(theme: string): void {
      if (handlers.has('themeChange')) send('themeChange', [theme])
    },
    /** The host's way back was pressed: the app may take it. */
    back(): void {
      if (handlers.has('backButton')) send('backButtonPress', [])
    },
    /** The person goes elsewhere. @returns whether the app wants to be kept; then it registers anew when it is resumed */
    async leave(): Promise<boolean> {
      const ready = new Promise<boolean>((resolve) => {
        unloaded = resolve
        setTimeout(resolve, unloading, false)
      })
      const isKept = handlers.has('beforeUnload') && handlers.has('load')
      if (handlers.has('beforeUnload')) send('beforeUnload', [])
      else unloaded(false)
      const isReady = await ready
      register(null)
      return isReady && isKept
    },
    resume(entityId: string, contentUrl: string): void {
      send('load', [{ entityId, contentUrl }])
    },
    /** "Save" was pressed in the dialog that adds the tab. */
    save(): void {
      if (handlers.has('save')) send('settings.save', [{}])
    },
  }
}
