import type { Registrations } from './directory/objects.ts'
import type { Refusable } from './entra/refusal.ts'

/** One and the same mailbox has been refused with several of these (infra/sandbox/README.md). */
export type NoMailbox = 'MailboxNotEnabledForRESTAPI' | 'MailboxNotSupportedForRESTAPI' | 'ResourceNotFound'

/** Roles of Entra's own, by which an admin may change registrations, consent for all, or manage Teams. */
export type AdminRole =
  | 'Global Administrator'
  | 'Privileged Role Administrator'
  | 'Cloud Application Administrator'
  | 'Teams Administrator'

export type Person = {
  tenantId: string
  oid: string
  upn: string
  name: string
  mail: string
  proxyAddresses: string[]
  jobTitle: string
  locale: 'nl-nl' | 'en-us'
  timeZone: string
  /** Working hours of the mailbox, where they are not the usual ones: `HH:mm`, and the name of a zone. */
  hours?: { from: string; until: string; zone: string }
  /** Has this person consented to what Groei asks of Graph? */
  consented: boolean
  /** Roles of Groei's registration that the tenant's admin assigned to this person. */
  appRoles?: string[]
  adminRoles?: AdminRole[]
  /** The mailbox is not in Exchange Online: with which code Graph refuses to open it. */
  noMailbox?: NoMailbox
  /** The organisation lets only some use Groei, and not this person. */
  notAssigned?: true
}

/** A distribution group: one address in an invite, an event in the mailbox of each member. */
export type Group = { address: string; name: string; members: string[] }

export type Attendee = {
  address: string
  name: string
  type: 'required' | 'optional' | 'resource'
  response: 'none' | 'accepted' | 'declined'
}

/** The Teams meeting behind an event; all occurrences of a series share it. */
/** `joinUrl`: the long link, which Graph tells. `shortUrl`: the one that people see and paste. */
export type Online = {
  chatId: string
  joinUrl: string
  shortUrl: string
  meetingId: string
  passcode: string
}

/** Fields that can differ between a series, one occurrence of it and a person's copy of that. */
export type Fields = {
  subject: string
  body: string
  /** Wall clock, `YYYY-MM-DDTHH:mm:ss`, in the item's time zone. */
  start: string
  minutes: number
  attendees: Attendee[]
  location: string
  sensitivity: 'normal' | 'personal' | 'private' | 'confidential'
  importance: 'low' | 'normal' | 'high'
  showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown'
  categories: string[]
  isReminderOn: boolean
  reminderMinutesBeforeStart: number
  online: Online | null
}

/** A single event or a series, as its organiser made it. */
export type Item = Fields & {
  id: string
  /** The organiser's oid. */
  organiser: string
  timeZone: string
  isAllDay: boolean
  everyWeeks: number | null
  /** A series ends after so many occurrences, or with the last one up to a day (`YYYY-MM-DD`); null for both: never. */
  count: number | null
  endDate: string | null
  createdAt: string
  transactionId: string | null
  cancelled: boolean
  /** The organiser's changes to one occurrence, by its index. */
  exceptions: Record<number, Exception>
}
export type Exception = Partial<Fields> & { cancelled?: boolean }

/** The state that one mailbox adds to an item or an occurrence of the organiser's. */
export type Copy = { version: number; changedAt: string | null; own: Partial<Fields>; removed: boolean }

export type Fault = {
  service: 'graph' | 'entra' | 'bot'
  method?: string
  /** A part of the URL. */
  path?: string
  /** 0: the connection breaks without an answer. */
  status: number
  code?: string
  suberror?: string
  claims?: string
  retryAfter?: number
  /** How long it takes before it answers so, in milliseconds of real time. */
  takes?: number
  /** How often; until it is deleted when absent. */
  times?: number
  /** The change is made, then the answer is this one. */
  after?: 'apply'
}
export type SetFault = Fault & { hits: number }

export type Call = {
  service: Fault['service'] | 'vault'
  method: string
  path: string
  user: string | null
  status: number
}

export type SigningKey = { kid: string; privateKey: JsonWebKey; publicKey: JsonWebKey }
/** A version of the key in the vault. */
export type VaultKey = SigningKey & { version: string; enabled: boolean }
export type RefreshToken = { tenantId: string; oid: string; usedAt: string }

/** A message in a person's chat with the bot. */
export type ChatMessage = {
  id: string
  from: 'bot' | 'person'
  text: string
  card: Record<string, unknown> | null
  at: string
  changedAt: string | null
}
/** The chat of a person with the bot; the bot may write in it as long as it is installed and not blocked. */
export type BotChat = { installed: boolean; blocked: boolean; messages: ChatMessage[] }

/** An application's subscription to changes in one mailbox; `subscription` of Graph v1.0. */
export type Subscription = {
  id: string
  /** The owner of the mailbox and of the token. */
  oid: string
  clientId: string
  resource: string
  changeTypes: ChangeType[]
  notificationUrl: string
  lifecycleNotificationUrl: string | null
  clientState: string | null
  expiresAt: string
  /** Ids in its notifications are immutable ones. */
  immutable: boolean
  /** False from the moment that Graph asks for a new authorisation until it is given: nothing is sent meanwhile. */
  authorised: boolean
}
export type ChangeType = 'created' | 'updated' | 'deleted'

/** The items of a mailbox that changed, in order; the oldest are forgotten, `first` counts how many. */
export type ChangeLog = { first: number; items: string[] }

/** One round of following a calendar view: what it lists and what the mailbox held in the window, by keys. */
export type Round = {
  id: string
  from: string
  to: string
  /** How many changes of the mailbox it has seen. */
  seen: number
  rows: string[]
  known: string[]
}

/** A sign-in that a program began, and a person finishes in a browser. */
export type DeviceSignIn = {
  deviceCode: string
  userCode: string
  tenantId: string
  clientId: string
  scope: string
  expiresAt: string
  /** The person who signed in; null while nobody has. */
  oid: string | null
  declined: boolean
  /** The AADSTS code that Entra refuses it with. */
  refuse?: Refusable
}

/** All that is kept between starts. Faults and calls are not. */
export type State = {
  version: number
  /** Sandbox time minus real time, in milliseconds. */
  offset: number
  people: Person[]
  groups: Group[]
  items: Item[]
  copies: Record<string, Copy>
  keys: SigningKey[]
  refreshTokens: Record<string, RefreshToken>
  subscriptions: Record<string, Subscription>
  /** By the person's oid, as the two below. */
  changes: Record<string, ChangeLog>
  rounds: Record<string, Round[]>
  chats?: Record<string, BotChat>
  /** Applications, consents and the app catalogue; made when they are first asked for. */
  registrations?: Registrations
  deviceSignIns?: DeviceSignIn[]
  /** Oldest first; made when the vault is first asked. */
  vaultKeys?: VaultKey[]
}
