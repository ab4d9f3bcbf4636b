/// <reference types="office-js" />
import type { MeetingReference } from '../../server/contract/meeting.ts'
import { HostTooOld, NoHost, type Host, type NoMeeting, type ThemeName } from './host.ts'
import type { Mailbox } from './mailbox.ts'
import { nestedSignIn } from './nested.ts'

/** Office.js never says that there is no host around it in some browsers; milliseconds. */
const patience = 15_000

type Appointment = {
  itemId?: string
  getItemIdAsync?: (callback: (result: Office.AsyncResult<string>) => void) => void
  getSharedPropertiesAsync?: unknown
  /** An instant in the attendee's form; asked for in the organiser's. */
  start?: Date | { getAsync?: (callback: (result: Office.AsyncResult<Date>) => void) => void }
  /** The series that it belongs to; none for a series itself. */
  seriesId?: string | null
  recurrence?: object | null
}

/** The id of the event as Graph writes it; Office.js gives the older form, with two letters otherwise. */
const graphId = (itemId: string): string =>
  Office.context.mailbox.convertToRestId(itemId, Office.MailboxEnums.RestVersion.v2_0)

/** In the organiser's form an event has an id once it is saved; in the attendee's form always. */
function itemIdOf(item: Appointment): Promise<string | null> {
  if (item.itemId) return Promise.resolve(item.itemId)
  const { getItemIdAsync } = item
  if (!getItemIdAsync) return Promise.resolve(null)
  return new Promise((resolve) =>
    getItemIdAsync.call(item, ({ status, value }) =>
      resolve(status === Office.AsyncResultStatus.Succeeded && value ? value : null),
    ),
  )
}

/** Classic Outlook gives the id of the series for an occurrence, whose start tells which one is open. */
function startOf({ start, seriesId, recurrence }: Appointment): Promise<Date | null> {
  const isSeries = Boolean(recurrence) && !seriesId
  if (isSeries || !start) return Promise.resolve(null)
  if (start instanceof Date) return Promise.resolve(start)
  return new Promise((resolve) => {
    if (!start.getAsync) return resolve(null)
    start.getAsync(({ status, value }) =>
      resolve(status === Office.AsyncResultStatus.Succeeded ? value : null),
    )
  })
}

/** The mailbox that is open, whose account Outlook may not be the one that signs in where it has several. */
function openMailbox(): Mailbox | null {
  const { userProfile } = Office.context.mailbox as { userProfile?: Office.UserProfile }
  const address = userProfile?.emailAddress
  if (!address) return null
  return {
    address,
    account: async () => {
      const { userObjectId, tenantId, userPrincipalName, loginHint } = await Office.auth.getAuthContext()
      return {
        homeAccountId: `${userObjectId}.${tenantId}`,
        localAccountId: userObjectId,
        tenantId,
        username: userPrincipalName,
        loginHint,
        environment: '',
      }
    },
  }
}

async function meeting(): Promise<MeetingReference | NoMeeting> {
  const item = Office.context.mailbox.item as unknown as Appointment | undefined
  if (!item) return 'none'
  // Only in somebody else's calendar does an item have shared properties.
  if (item.getSharedPropertiesAsync) return 'other-calendar'
  const [itemId, start] = await Promise.all([itemIdOf(item), startOf(item)])
  if (!itemId) return 'not-saved'
  const isInstant = start !== null && Number.isFinite(start.getTime())
  // An account that was added has its own mailbox, and nothing else tells that an item is in there (office-js 5682).
  const mailbox = openMailbox()?.address
  return {
    eventId: graphId(itemId),
    ...(mailbox ? { mailbox } : {}),
    ...(isInstant ? { start: start.toISOString() } : {}),
  }
}

/** Outlook gives colours, not a name: black is Windows' contrast, what else is darker than the middle is dark. */
function themeOf(colour: string | undefined): ThemeName {
  if (matchMedia('(forced-colors: active)').matches || colour === '#000000') return 'contrast'
  const [red = 255, green = 255, blue = 255] = (/^#?(..)(..)(..)/.exec(colour ?? '') ?? [])
    .slice(1)
    .map((part) => Number.parseInt(part, 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light'
}

async function officeReady(): Promise<void> {
  if (typeof Office === 'undefined') throw new NoHost()
  const timeout = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new NoHost()), patience))
  const { host } = await Promise.race([Office.onReady(), timeout])
  if (host !== Office.HostType.Outlook) throw new NoHost()
}

/**
 * Groei in Outlook, by Office.js.
 * @throws NoHost where there is no Outlook around the page
 * @throws HostTooOld where that Outlook has no nested app authentication, the only way to sign in there
 */
export async function outlookHost(): Promise<Host> {
  await officeReady()
  const { requirements, displayLanguage, officeTheme } = Office.context
  const language = displayLanguage.toLowerCase().startsWith('nl') ? 'nl' : 'en'
  if (!requirements.isSetSupported('NestedAppAuth', '1.1')) throw new HostTooOld(language)
  return {
    ...nestedSignIn(openMailbox()),
    kind: 'outlook',
    place: 'pane',
    language,
    theme: themeOf(officeTheme?.bodyBackgroundColor),
    onThemeChange: (listener) => {
      if (!requirements.isSetSupported('Mailbox', '1.14')) return
      Office.context.mailbox.addHandlerAsync(
        Office.EventType.OfficeThemeChanged,
        ({ officeTheme: changed }: Office.OfficeThemeChangedEventArgs) =>
          listener(themeOf(changed.bodyBackgroundColor)),
      )
    },
    meeting,
    ready: () => undefined,
    failed: () => undefined,
    hasTabs: false,
    takesFiles: true,
    openPersonalTab: null,
  }
}
