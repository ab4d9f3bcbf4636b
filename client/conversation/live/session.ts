import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { changedMessage, livePath, type Presence } from '../../../server/contract/live.ts'
import { unsentCopy } from './unsent.ts'

export type LiveState = 'connecting' | 'saved' | 'saving' | 'offline'
export type Session = ReturnType<typeof openSession>

/** Longest pause between two attempts to connect, in milliseconds: a talk does not wait half a minute. */
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

  const socket = new HocuspocusProviderWebsocket({
    url: `${location.origin.replace(/^http/, 'ws')}${livePath}`,
    maxDelay: longestPause,
  })
  let synced = false
  let wasSynced = false
  let refused = 0
  let unconfirmed = 0
  let retrying: ReturnType<typeof setTimeout> | undefined
  const tell = (state: LiveState) => options.onState(state)

  /** A token ran out, or could not be had: ask for a new one, and take some time between attempts. */
  const refuse = () => {
    refused += 1
    tell('offline')
    socket.disconnect()
    clearTimeout(retrying)
    retrying = setTimeout(() => void socket.connect(), Math.min(300 * 2 ** refused, longestPause))
  }
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.conversationId,
    document,
    token: () => options.getToken({ fresh: refused > 0 }),
    onAuthenticated: () => {
      refused = 0
    },
    onAuthenticationFailed: refuse,
    onSynced: () => {
      synced = true
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

  return {
    document,
    awareness: provider.awareness,
    present: (presence: Presence) => provider.setAwarenessField('user', presence),
    close: () => {
      clearTimeout(retrying)
      unsent.close()
      provider.destroy()
      socket.destroy()
    },
  }
}
