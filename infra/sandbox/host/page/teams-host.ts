import { consent, getToken, type Meeting, type Person } from './api.ts'

/** What a Teams client says of itself and of where the tab is open. */
export type Surroundings = {
  tenantId: string
  person: Person
  meeting: Meeting
  theme: string
  locale: string
  askConsent: () => Promise<boolean>
}
type Request = { id: number; uuidAsString?: string; func: string; args?: unknown[] }

/** What the library takes for supported; the wire form of TeamsJS 2.x, runtime version 4. */
const runtime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { app: {}, meeting: {}, pages: { appButton: {}, tabs: {}, config: {} }, chat: {} },
})

/** The context in the flat form in which hosts send it; the library gives it its present shape. */
const contextOf = ({ tenantId, person, meeting, theme, locale }: Surroundings) => ({
  locale,
  theme,
  tid: tenantId,
  userObjectId: person.oid,
  userPrincipalName: person.upn,
  upn: person.upn,
  loginHint: person.upn,
  userDisplayName: person.name,
  frameContext: 'sidePanel',
  hostName: 'Teams',
  hostClientType: 'web',
  entityId: 'groei',
  meetingId: btoa(`0#${meeting.chatId}#0`),
  chatId: meeting.chatId,
  sessionId: 'sandbox',
})

const detailsOf = ({ tenantId, meeting }: Surroundings) => ({
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

/** The host's side of the real TeamsJS in one iframe. Each function answers with the arguments of its callback. */
export function teamsHost(frame: () => Window | null, surroundings: () => Surroundings) {
  const handlers = new Set<string>()
  const functions: Record<string, (args: unknown[]) => unknown[] | null | Promise<unknown[]>> = {
    initialize: () => {
      handlers.clear()
      return ['sidePanel', 'web', runtime, '2.58.0']
    },
    getContext: () => [contextOf(surroundings())],
    registerHandler: ([name]) => {
      handlers.add(String(name))
      return null
    },
    'authentication.getAuthToken': async ([, claims, silent]) => {
      const { person, askConsent } = surroundings()
      if (claims || silent === false) {
        if (!(await askConsent())) return [false, 'CancelledByUser']
        await consent(person.upn)
      }
      return getToken(person.upn, 'api').then(
        (token) => [true, token],
        () => [false, 'resourceDisabled'],
      )
    },
    'meeting.getMeetingDetails': () => [null, detailsOf(surroundings())],
    'appInitialization.appLoaded': () => null,
    'appInitialization.success': () => null,
    'appInitialization.failure': () => null,
    'appInitialization.expectedFailure': () => null,
  }

  async function receive(event: MessageEvent): Promise<void> {
    const target = frame()
    if (!target || event.source !== target || event.origin !== location.origin) return
    const { id, uuidAsString, func, args = [] } = event.data as Request
    const known = functions[func]
    // What this host does not do is answered as Teams answers it: not supported (100).
    const answer = known ? await known(args) : [{ errorCode: 100 }]
    if (answer) target.postMessage({ id, uuidAsString, args: answer }, location.origin)
  }
  window.addEventListener('message', (event) => void receive(event))

  return {
    themeChanged(theme: string): void {
      if (handlers.has('themeChange'))
        frame()?.postMessage({ func: 'themeChange', args: [theme] }, location.origin)
    },
  }
}
