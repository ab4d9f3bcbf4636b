import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { changedMessage, livePath, type Presence } from '../../../server/contract/live.ts'
import { unsentCopy } from './unsent.ts'

export type LiveState = 'connecting' | 'saved' | 'saving' | 'offline'
export type Session = ReturnType<typeof openSession>

/** Pauses between attempts to connect, in milliseconds: doubled each time, but a talk does not wait half a minute. */
const shortestPause = 500
const longestPause = 5000

/** The live document of a conversation over one socket; it lives on in memory while there is no connection. */
export function openSession(options: {
  conversationId: string
  getToken: (options?: { fresh?: boolean }) => Promise<string>
  onState: (state: LiveState) => void
  onOthers: (others: Presence[]) => void
  /** Something besides the notes may have changed. */
  onChanged: () => void
}) {
  const document = new Y.Doc()
  const unsent = unsentCopy(document, `notes ${options.conversationId}`)
  unsent.restore()

  // One attempt at a time, and ours: the library's own retries multiply where a socket opens and closes at once.
  const socket = new HocuspocusProviderWebsocket({
    url: `${location.origin.replace(/^http/, 'ws')}${livePath}`,
    maxAttempts: 1,
    onDisconnect: () => {
      socket.shouldConnect = false
      connectLater()
    },
  })
  let synced = false
  let wasSynced = false
  let refused = false
  let failures = 0
  let unconfirmed = 0
  let retrying: ReturnType<typeof setTimeout> | undefined
  const tell = (state: LiveState) => options.onState(state)

  function connectLater() {
    const pause = Math.min(shortestPause * 2 ** failures, longestPause)
    failures += 1
    clearTimeout(retrying)
    // Spread out: everybody lost the same server at the same moment.
    retrying = setTimeout(connectNow, pause * (0.5 + Math.random() / 2))
  }
  function connectNow() {
    clearTimeout(retrying)
    void socket.connect()
  }
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.conversationId,
    document,
    token: () => options.getToken({ fresh: refused }),
    onAuthenticated: () => {
      refused = false
    },
    // A token ran out, or could not be had: the next attempt asks for a new one.
    onAuthenticationFailed: () => {
      refused = true
      socket.disconnect()
    },
    onSynced: () => {
      synced = true
      failures = 0
      tell(unconfirmed > 0 ? 'saving' : 'saved')
      // While we were away nobody could tell us.
      if (wasSynced) options.onChanged()
      wasSynced = true
    },
    onDisconnect: () => {
      synced = false
      tell('offline')
      options.onOthers([])
    },
    // Counts what the server has not acknowledged; the handshake itself counts as one.
    onUnsyncedChanges: ({ number }) => {
      unconfirmed = number
      if (number === 0) unsent.clear()
      if (synced) tell(number === 0 ? 'saved' : 'saving')
    },
    onStateless: ({ payload }) => {
      if (payload === changedMessage) options.onChanged()
    },
    onAwarenessChange: ({ states }) =>
      options.onOthers(
        states.flatMap((one) => {
          const { clientId, user } = one as { clientId: number; user?: Presence }
          return clientId !== document.clientID && user ? [user] : []
        }),
      ),
  })
  document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) unsent.changed()
  })
  provider.attach()
  window.addEventListener('online', connectNow)

  return {
    document,
    awareness: provider.awareness,
    present: (presence: Presence) => provider.setAwarenessField('user', presence),
    close: () => {
      window.removeEventListener('online', connectNow)
      unsent.close()
      provider.destroy()
      socket.destroy()
      clearTimeout(retrying)
    },
  }
}
