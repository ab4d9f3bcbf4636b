import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'
import {
  changedMessage,
  documentLimit,
  fullMessage,
  isStoredMessage,
  livePath,
  rightMessage,
  stepText,
  storedMessage,
  type LiveRefusal,
  type NotesRight,
  type Presence,
} from '../../../server/contract/live.ts'
import type { TokenOwner } from '../../hosts/token.ts'
import { reconnecting } from './reconnecting.ts'
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
  /** May only read, and has typed what the server did not take. */
  | 'late'
  | 'busy'
  | 'out'
export type Session = ReturnType<typeof openSession>

/** The server is asked whether all of it is on disk after so many milliseconds, not after each key. */
const askStored = 200

/** The live document of a conversation over one socket; it lives on in memory while there is no connection. */
export function openSession(options: {
  conversationId: string
  /** Who is signed in. */
  owner: TokenOwner
  getToken: (options?: { fresh?: boolean }) => Promise<string>
  onState: (state: LiveState) => void
  onOthers: (others: Presence[]) => void
  /** Something besides the notes may have changed. */
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
  let entered = false
  let refusal: LiveRefusal | null = null
  let right: NotesRight = 'edit'
  let full = false
  let size = 0
  /** What was typed here, in all and as far as the server has it on disk. */
  let typed = 0
  let stored = 0
  let restoring = true
  let closed = false
  let asking: ReturnType<typeof setTimeout> | undefined
  const undoManagers = new Map<string, Y.UndoManager>()

  function tell(): void {
    if (closed) return
    if (refusal === 'forbidden') options.onState('out')
    else if (refusal === 'busy') options.onState('busy')
    // What the server does not take keeps the two from ever being the same.
    else if (entered && right === 'read' && stored < typed) options.onState('late')
    else if (!synced) options.onState(!away ? 'connecting' : lasting ? 'offline' : 'unkept')
    else if (right === 'read') options.onState('reading')
    else if (full) options.onState('full')
    else options.onState(isStored() ? 'saved' : 'saving')
  }
  const isStored = () => stored >= typed && !restoring
  function ask(): void {
    asking ??= setTimeout(() => {
      asking = undefined
      if (synced) provider.sendStateless(storedMessage(typed))
    }, askStored)
  }
  function gone(): void {
    synced = false
    entered = false
    away = true
    clearTimeout(asking)
    asking = undefined
    options.onOthers([])
    tell()
  }
  function refused(reason: string): void {
    refusal = reason as LiveRefusal
    gone()
    // Another door would be as closed; who is let in again opens the conversation again.
    if (refusal === 'forbidden') {
      stopConnecting()
      unsent.forbid()
    } else connectSoon()
  }
  const provider: HocuspocusProvider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.conversationId,
    document,
    // Fresh when the last one was refused, and when the server asks for one because this one ends.
    token: () => options.getToken({ fresh: refusal === 'token' || provider.isAuthenticated }),
    onAuthenticated: ({ scope }) => {
      refusal = null
      entered = true
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
      synced = true
      settled()
      measure()
      if (stored < typed) ask()
      tell()
      // While we were away nobody could tell us.
      if (wasSynced) options.onChanged()
      wasSynced = true
    },
    onStateless: ({ payload }) => {
      if (payload === changedMessage) options.onChanged()
      else if (payload === fullMessage) full = true
      else if (payload === rightMessage('read')) right = 'read'
      else if (payload === rightMessage('edit')) right = 'edit'
      // Not while the server refuses what was typed: it confirms only what it took.
      else if (isStoredMessage(payload) && !full && right === 'edit') {
        stored = Math.max(stored, Number(payload.split(' ')[1]))
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
    const was = full
    size = Y.encodeStateAsUpdate(document).length
    full = size > documentLimit.page
    // There is room again, also for what the server did not take.
    if (was && !full && synced) provider.forceSync()
  }
  document.on('update', (update: Uint8Array, origin: unknown) => {
    size += update.length
    if (size > documentLimit.page) measure()
    if (origin === provider) return
    typed += 1
    // What an earlier window typed is kept as it was, and no longer for being looked at.
    if (origin !== fromBefore) unsent.changed()
    if (synced) ask()
    tell()
  })
  provider.attach()
  void unsent.restore().then((found) => {
    restoring = false
    // Also what the server has already: it has yet to say so.
    if (found) typed += 1
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
