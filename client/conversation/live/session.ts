import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'
import {
  changedMessage,
  documentLimit,
  fullMessage,
  isStoredMessage,
  livePath,
  refusedMessage,
  rightMessage,
  stepText,
  storedMessage,
  type LiveRefusal,
  type NotesRight,
  type Presence,
} from '../../../server/contract/live.ts'
import type { TokenOwner } from '../../hosts/token.ts'
import { reconnecting } from './reconnecting.ts'
import { sizeOf } from './size.ts'
import { storing } from './storing.ts'
import { fromBefore, unsentCopy } from './unsent.ts'

export type LiveState =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  /** Offline, and the browser keeps nothing: what is typed goes with the window. */
  | 'unkept'
  | 'full'
  | 'reading'
  | 'busy'
  | 'signedOut'
  | 'out'
export type Session = ReturnType<typeof openSession>

/** The server is asked whether all of it is on disk after so many milliseconds, not after each key. */
const askStored = 200

/** A server counts what was taken out when it stores; after so many milliseconds it has. */
const lookAgain = 1000

/** The live document of a conversation over one socket; it lives on in memory while there is no connection. */
export function openSession(options: {
  conversationId: string
  /** Who is signed in. */
  owner: TokenOwner
  getToken: (options?: { fresh?: boolean }) => Promise<string>
  /** @param unstored is there something on the screen that the server has not, and will not take as things are? */
  onState: (state: LiveState, unstored: boolean) => void
  onOthers: (others: Presence[]) => void
  /** Something besides the notes may have changed, if only that they are not this person's to read. */
  onChanged: () => void
}) {
  const document = new Y.Doc()
  let lasting = true
  const unsent = unsentCopy(document, options.owner, options.conversationId, (now) => {
    lasting = now
    tell()
  })

  const { socket, connectSoon, settled, close: stopConnecting } = reconnecting(livePath)
  let synced = false
  let wasSynced = false
  let away = false
  let refusal: LiveRefusal | null = null
  let right: NotesRight = 'edit'
  let full = false
  let size = 0
  let tokensRefused = 0
  let sendingAnew = false
  let restoring = true
  let closed = false
  const own = storing()
  let asking: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setTimeout> | undefined
  const undoManagers = new Map<string, Y.UndoManager>()

  function stateNow(): LiveState {
    if (refusal === 'forbidden') return 'out'
    if (refusal === 'busy') return 'busy'
    // One that has ended is followed by a fresh one; when that is refused too, there is none.
    if (tokensRefused > 1) return 'signedOut'
    if (!synced) return !away ? 'connecting' : lasting ? 'offline' : 'unkept'
    if (right === 'read') return 'reading'
    if (full) return 'full'
    return isStored() ? 'saved' : 'saving'
  }
  function tell(): void {
    if (closed) return
    const state = stateNow()
    const unstored = state === 'out' ? !own.isAllStored() : own.isRefused()
    options.onState(state, unstored && ['out', 'reading', 'full'].includes(state))
  }
  const isStored = () => own.isAllStored() && !restoring
  function ask(): void {
    asking ??= setTimeout(() => {
      asking = undefined
      if (synced && !sendingAnew && !own.isRefused()) provider.sendStateless(storedMessage(own.question()))
    }, askStored)
  }
  /** The server is told all that it lacks, now that it may take what it refused. */
  function sendAnew(): void {
    if (!synced || sendingAnew) return
    sendingAnew = true
    own.sentAnew()
    // It is synced again when the server has asked for what it lacks and was answered.
    provider.isSynced = false
    provider.forceSync()
  }
  function gone(): void {
    synced = false
    sendingAnew = false
    away = true
    clearTimeout(asking)
    clearTimeout(looking)
    asking = undefined
    options.onOthers([])
    tell()
  }
  function refused(reason: string): void {
    refusal = reason as LiveRefusal
    tokensRefused = refusal === 'token' ? tokensRefused + 1 : 0
    gone()
    // Another door would be as closed; who is let in again opens the conversation again.
    if (refusal !== 'forbidden') return connectSoon()
    stopConnecting()
    unsent.forbid()
    // Who may not read the notes may not read the rest either.
    options.onChanged()
  }
  const provider: HocuspocusProvider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.conversationId,
    document,
    // Fresh when the last one was refused, and when the server asks for one because this one ends.
    token: () => options.getToken({ fresh: refusal === 'token' || provider.isAuthenticated }),
    onAuthenticated: ({ scope }) => {
      refusal = null
      tokensRefused = 0
      const before = right
      right = scope === 'readonly' ? 'read' : 'edit'
      if (wasSynced && right !== before) options.onChanged()
      tell()
    },
    onAuthenticationFailed: ({ reason }) => refused(isRefusal(reason) ? reason : 'token'),
    // The server lets go of us while the socket stands: for a reason, or because it stops.
    onClose: ({ event }) => {
      if (isRefusal(event.reason)) refused(event.reason)
      else gone()
      if (refusal !== 'forbidden') connectSoon()
    },
    onSynced: ({ state }) => {
      if (!state) return
      const returned = wasSynced && !synced
      if (!sendingAnew) own.sentAnew()
      sendingAnew = false
      measure()
      synced = true
      settled()
      if (!own.isAllStored()) ask()
      tell()
      // While we were away nobody could tell us.
      if (returned) options.onChanged()
      wasSynced = true
    },
    onStateless: ({ payload }) => {
      if (payload === changedMessage) options.onChanged()
      else if (payload === fullMessage) {
        own.refused()
        full = true
        clearTimeout(looking)
        looking = setTimeout(measure, lookAgain)
      } else if (payload === refusedMessage) {
        own.refused()
        if (!full && right === 'edit') sendAnew()
      } else if (payload === rightMessage('read')) right = 'read'
      else if (payload === rightMessage('edit')) {
        right = 'edit'
        if (own.isRefused()) sendAnew()
      } else if (isStoredMessage(payload)) {
        own.answered(Number(payload.split(' ')[1]))
        if (isStored()) unsent.clear()
        else ask()
      }
      tell()
    },
    onAwarenessChange: ({ states }) =>
      options.onOthers(
        states.flatMap((one) => {
          const { clientId, user } = one as { clientId: number; user?: Presence }
          return clientId !== document.clientID && user ? [user] : []
        }),
      ),
  })

  /** Encodes the whole document, so not after each key but when the sum of changes says it may be full. */
  function measure(): void {
    size = sizeOf(document, documentLimit.page)
    full = size > documentLimit.page
    // There is room again for what the server did not take.
    if (own.isRefused() && right === 'edit' && size <= documentLimit.server) sendAnew()
    tell()
  }
  document.on('update', (update: Uint8Array, origin: unknown) => {
    size += update.length
    if (size > documentLimit.page) measure()
    if (origin === provider) return tell()
    own.typed()
    // What an earlier window typed is kept as it was, and no longer for being looked at.
    if (origin !== fromBefore) unsent.changed()
    if (synced) ask()
    tell()
  })
  provider.attach()
  void unsent.restore().then((found) => {
    restoring = false
    // Also what the server has already: it has yet to say so.
    if (found) own.typed()
    if (isStored()) unsent.clear()
    else if (synced) ask()
    tell()
  })

  return {
    document,
    awareness: provider.awareness,
    present: (presence: Presence) => provider.setAwarenessField('user', presence),
    /** Is there room for more in the document as a whole? */
    isFull: () => full,
    /** Takes back one's own in this step, also after another step was visited. */
    undoOf(stepId: string): Y.UndoManager {
      const known = undoManagers.get(stepId) ?? new Y.UndoManager(document.getText(stepText(stepId)))
      undoManagers.set(stepId, known)
      return known
    },
    close: () => {
      closed = true
      clearTimeout(asking)
      clearTimeout(looking)
      unsent.close()
      provider.destroy()
      stopConnecting()
      socket.destroy()
      for (const one of undoManagers.values()) one.destroy()
    },
  }
}

const isRefusal = (reason: string): reason is LiveRefusal =>
  ['token', 'forbidden', 'busy', 'later'].includes(reason)
