import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
  /** Has this person consented to what Groei asks of Graph? */
  consented: boolean
}

export type Attendee = { address: string; name: string; type: 'required' | 'optional' | 'resource' }

/** What one occurrence has otherwise than its series; as the organiser changed it. */
export type Exception = {
  start?: string
  minutes?: number
  subject?: string
  body?: string
  cancelled?: boolean
  deleted?: boolean
  attendees?: Attendee[]
  /** The meeting blob was removed from the body: the meeting is no longer online. */
  offline?: boolean
}

/** A meeting or a series, as its organiser made it. */
export type Item = {
  id: string
  organiser: string
  subject: string
  body: string
  /** Wall clock of the first start, `YYYY-MM-DDTHH:mm`, in `timeZone`. */
  start: string
  minutes: number
  timeZone: string
  everyWeeks: number | null
  /** How many occurrences a series has. */
  count: number
  attendees: Attendee[]
  online: { chatId: string; joinUrl: string } | null
  isAllDay: boolean
  sensitivity: 'normal' | 'private'
  exceptions: Record<number, Exception>
}

/** What one mailbox holds of an occurrence besides what the organiser sent. */
export type Copy = { version: number; body?: string }

export type Fault = {
  service: 'graph' | 'entra'
  method?: string
  path?: string
  status: number
  code?: string
  retryAfter?: number
  times?: number
  /** `apply`: the change is made and the answer is lost. */
  after?: 'apply'
}
export type Call = {
  service: 'graph' | 'entra'
  method: string
  path: string
  user: string | null
  status: number
}

/** All that the tenant holds. The first part is kept between starts, faults and calls are not. */
export type State = {
  offset: number
  people: Person[]
  items: Item[]
  copies: Record<string, Copy>
  keys: { kid: string; privateKey: JsonWebKey; publicKey: JsonWebKey }[]
  tokens: Record<string, { oid: string; scopes: string[] }>
}

export type Store = {
  state: State
  faults: Fault[]
  calls: Call[]
  now(): Date
  save(): void
  reset(): void
}

const atomically = (path: string, text: string) => {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}

/** The store of one tenant; kept in `dir` when there is one. */
export function openStore(seed: () => State, dir: string | undefined): Store {
  const path = dir && join(dir, 'sandbox.json')
  if (dir) mkdirSync(dir, { recursive: true })
  const read = (): State => {
    try {
      return path ? (JSON.parse(readFileSync(path, 'utf8')) as State) : seed()
    } catch {
      return seed()
    }
  }
  const store: Store = {
    state: read(),
    faults: [],
    calls: [],
    now: () => new Date(Date.now() + store.state.offset),
    save: () => {
      if (!dir || !path) return
      atomically(path, JSON.stringify(store.state))
      // Beside it, for a process that follows this tenant's clock.
      atomically(join(dir, 'clock.json'), JSON.stringify({ offset: store.state.offset }))
    },
    reset: () => {
      // Keys stay: whoever fetched them may go on, as with the real service.
      const { keys } = store.state
      store.state = { ...seed(), keys }
      store.faults = []
      store.calls = []
      store.save()
    },
  }
  // What is there already is not written again: another process may be using it.
  if (path && !existsSync(path)) store.save()
  return store
}
