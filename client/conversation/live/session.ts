import * as Y from 'yjs'
import {
  changedMessage,
  fullMessage,
  longMessage,
  putBackOf,
  isStoredMessage,
  livePath,
  refusedMessage,
  rightMessage,
  storedMessage,
  type LiveRefusal,
  type NotesRight,
  type Presence,
  type PutBackReason,
} from '../../../server/contract/live.ts'
import { fieldText } from '../../../server/contract/live-fields.ts'
import type { Owner } from '../../lib/owner.ts'
import { onSuspension } from '../../lib/suspension.ts'
import { reconnecting } from './reconnecting.ts'
import { steppingOut } from './stepping-out.ts'
import { hasLongText, sizeOf } from './size.ts'
import { WhileComposing } from './while-composing.ts'
import { ack } from './ack.ts'
import { fromBefore, offlineCopy } from './offline-copy.ts'
import { sizeLimits } from '../../../server/contract/limits.ts'

export type LiveState =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  /** Offline, and the browser keeps nothing: what is typed goes with the window. */
  | 'unkept'
  | 'full'
  /** A step is longer than a step may be, for both typed in it at once. */
  | 'long'
  | 'reading'
  | 'busy'
  | 'signedOut'
  | 'out'
/** A change that the server put back: why, of which item, and the text that the new commitment had. */
export type PutBack = { reason: PutBackReason; id: string; typed: string }
export type Session = ReturnType<typeof openSession>

/** The server is asked whether all of it is on disk after so many milliseconds, not after each key. */
const askStored = 200

/** A server counts what was taken out when it stores; after so many milliseconds it has. */
const lookAgain = 1000

/** The live document of a conversation over one socket; it lives on in memory while there is no connection. */
export function openSession(options: {
  conversationId: string
  /** The person who is signed in. */
  owner: Owner
  getToken: (options?: { fresh?: boolean }) => Promise<string>
  /** @param unstored is there something on the screen that the server has not, and will not take as things are? */
  onState: (state: LiveState, unstored: boolean) => void
  onOthers: (others: Presence[]) => void
  /** The server did not take something of a follow-up or a commitment. */
  onPutBack: (putBack: PutBack) => void
  /** Something besides the notes may have changed, if only that they are not this person's to read. */
  onChanged: () => void
}) {
  const document = new Y.Doc()
  let lasting = true
  const copy = offlineCopy(document, options.owner, options.conversationId, (now) => {
    lasting = now
    tell()
  })

  const { socket, connectSoon, settled, rest, wake, close: stopConnecting } = reconnecting(livePath)
  let isResting = false
  let synced = false
  let wasSynced = false
  let away = false
  let refusal: LiveRefusal | null = null
  let right: NotesRight = 'edit'
  let full = false
  let long = false
  let size = 0
  let tokensRefused = 0
  let sendingAnew = false
  let restoring = true
  let closed = false
  const own = ack()
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
    if (long) return 'long'
    return isStored() ? 'saved' : 'saving'
  }
  function tell(): void {
    if (closed) return
    const state = stateNow()
    const unstored = state === 'out' ? !own.isAllStored() : own.isRefused()
    options.onState(state, unstored && ['out', 'reading', 'full', 'long'].includes(state))
  }
  const isStored = () => own.isAllStored() && !restoring
  function ask(): void {
    asking ??= setTimeout(() => {
      asking = undefined
      if (synced && !sendingAnew && !own.isRefused()) provider.sendStateless(storedMessage(own.question()))
    }, askStored)
  }
  /** Syncs the server anew, now that it may take the changes that it refused. */
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
    away = !isResting
    clearTimeout(asking)
    clearTimeout(looking)
    asking = undefined
    options.onOthers([])
    tell()
  }
  /** The page gets the text before it is removed, so that it can still be read and copied. */
  function putBack(payload: string): void {
    const { reason, id } = putBackOf(payload) ?? {}
    if (!reason || !id) return
    const typed = document.getText(fieldText('commitment', id, 'what')).toString()
    options.onPutBack({ reason, id, typed })
  }
  function refused(reason: string): void {
    refusal = reason as LiveRefusal
    tokensRefused = refusal === 'token' ? tokensRefused + 1 : 0
    gone()
    // Another attempt would be refused too; who is let in again opens the conversation again.
    if (refusal !== 'forbidden') return connectSoon()
    stopConnecting()
    copy.forbid()
    // Without the right to read the notes there is none to read the rest.
    options.onChanged()
  }
  const provider: WhileComposing = new WhileComposing({
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
      const joined = !synced
      if (!sendingAnew) own.sentAnew()
      sendingAnew = false
      measure()
      synced = true
      settled()
      if (!own.isAllStored()) ask()
      tell()
      // Changes since the conversation was read, or while we were away, were not announced to us.
      if (joined) options.onChanged()
      wasSynced = true
    },
    onStateless: ({ payload }) => {
      if (payload === changedMessage) options.onChanged()
      else if (payload === fullMessage || payload === longMessage) {
        own.refused()
        if (payload === fullMessage) full = true
        else long = true
        lookSoon()
      } else if (payload === refusedMessage) {
        own.refused()
        if (!full && !long && right === 'edit') sendAnew()
      } else if (putBackOf(payload)) putBack(payload)
      else if (payload === rightMessage('read')) right = 'read'
      else if (payload === rightMessage('edit')) {
        right = 'edit'
        if (own.isRefused()) sendAnew()
      } else if (isStoredMessage(payload)) {
        own.answered(Number(payload.split(' ')[1]))
        if (isStored()) copy.clear()
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
    size = sizeOf(document, sizeLimits.notes.page)
    full = size > sizeLimits.notes.page
    long = long && hasLongText(document)
    // There is room again for what the server did not take.
    if (own.isRefused() && right === 'edit' && !long && size <= sizeLimits.notes.server) sendAnew()
    tell()
  }
  function lookSoon(): void {
    clearTimeout(looking)
    looking = setTimeout(measure, lookAgain)
  }
  document.on('update', (update: Uint8Array, origin: unknown) => {
    size += update.length
    if (size > sizeLimits.notes.page) measure()
    else if (long) lookSoon()
    if (origin === provider) return tell()
    own.typed()
    // Text of an earlier window is in its own copy: opening it must not prolong how long it is kept.
    if (origin !== fromBefore) copy.changed()
    if (synced) ask()
    tell()
  })
  provider.attach()
  void copy.restore().then((found) => {
    restoring = false
    // Also what the server has already: it has yet to say so.
    if (found) own.typed()
    if (isStored()) copy.clear()
    else if (synced) ask()
    tell()
  })

  const presence = steppingOut(provider)
  const leave = onSuspension({
    suspend() {
      isResting = true
      presence.leave()
      rest()
      return copy.settle()
    },
    resume() {
      isResting = false
      away = false
      presence.comeBack()
      if (refusal !== 'forbidden') wake()
    },
  })
  return {
    document,
    awareness: provider.awareness,
    present: (presence: Presence) => provider.setAwarenessField('user', presence),
    composing: (isComposing: boolean) => provider.composing(isComposing),
    /** Is there room for more in the document as a whole? */
    isFull: () => full,
    /** Takes back one's own in this text, also after another step was visited. */
    undoOf(name: string): Y.UndoManager {
      const known = undoManagers.get(name) ?? new Y.UndoManager(document.getText(name))
      undoManagers.set(name, known)
      return known
    },
    close: () => {
      closed = true
      leave()
      clearTimeout(asking)
      clearTimeout(looking)
      copy.close()
      provider.destroy()
      stopConnecting()
      socket.destroy()
      for (const one of undoManagers.values()) one.destroy()
    },
  }
}

const isRefusal = (reason: string): reason is LiveRefusal =>
  ['token', 'forbidden', 'busy', 'later'].includes(reason)
