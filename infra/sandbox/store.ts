import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDirectory, type Directory } from './calendar/directory.ts'
import type { Oddity } from './graph/oddities.ts'
import { latency, type Latency } from './latency.ts'
import type { Call, ChangeType, Person, SetFault, State } from './model.ts'

/** The version of the file's format; a file of another version is not read. */
export const stateVersion = 3

/** A change to an event or a series, never to one occurrence: Graph reports the series. */
export type Change = { person: Person; key: string; type: ChangeType; changeKey: string }

export type Store = {
  state: State
  /** An index of the state, to find people and items without looking through all of it. */
  directory: Directory
  /** Called after every change to a mailbox. */
  onChange: (changes: Change[]) => void
  faults: SetFault[]
  /** Does a followed calendar view list what is gone of a series that goes on? Documented so, and seen otherwise. */
  goneOccurrences: 'listed' | 'unlisted'
  /** In what ways the service answers as it did in the field at times. */
  oddities: ReadonlySet<Oddity>
  calls: Call[]
  latency: Latency
  /** The most requests that one application had underway at once in a mailbox, by its upn. */
  concurrency: Record<string, number>
  now(): Date
  /** On disk when this returns: whoever gets an answer after it can rely on it. */
  save(): void
  reset(): void
}

const atomically = (path: string, text: string) => {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}

/**
 * The store of one sandbox; kept in `dir` when there is one.
 * @param newKeys for the first state only: to make them takes a while
 * @throws Error when the file in `dir` is not one of ours
 */
export function openStore(
  seed: () => Omit<State, 'keys'>,
  newKeys: () => State['keys'],
  dir: string | undefined,
): Store {
  const path = dir && join(dir, 'sandbox.json')
  if (dir) mkdirSync(dir, { recursive: true })
  const state = (path && read(path)) || { ...seed(), keys: newKeys() }
  const store: Store = {
    state,
    directory: createDirectory(state),
    onChange: () => {},
    faults: [],
    goneOccurrences: 'listed',
    oddities: new Set(),
    calls: [],
    latency: latency(),
    concurrency: {},
    now: () => new Date(Date.now() + store.state.offset),
    save: () => {
      if (!dir || !path) return
      atomically(path, JSON.stringify(store.state))
      // Beside it, for a process that follows this tenant's clock.
      atomically(join(dir, 'clock.json'), JSON.stringify({ offset: store.state.offset }))
    },
    reset: () => {
      // Keys stay: whoever fetched them may go on, as with the real service.
      const { keys, vaultKeys } = store.state
      store.state = { ...seed(), keys, ...(vaultKeys ? { vaultKeys } : {}) }
      store.directory = createDirectory(store.state)
      store.faults = []
      store.goneOccurrences = 'listed'
      store.oddities = new Set()
      store.calls = []
      store.latency.reset()
      store.concurrency = {}
      store.save()
    },
  }
  store.save()
  return store
}

function read(path: string): State | null {
  const hint = `Remove ${path} (and what stands beside it) to begin anew.`
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  let state: State
  try {
    state = JSON.parse(text) as State
  } catch {
    throw new Error(`The sandbox's data cannot be read. ${hint}`)
  }
  if (state.version !== stateVersion) throw new Error(`The sandbox's data are of another version. ${hint}`)
  return state
}
