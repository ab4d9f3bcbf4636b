import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { changedMessage, livePath, type Presence } from '../../../server/contract/live.ts'

export type LiveState = 'connecting' | 'saved' | 'saving' | 'offline'
export type Session = ReturnType<typeof openSession>

const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const bytes = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))

/**
 * The live document of a conversation over one socket. What the server has not confirmed is kept in the
 * browser's session too, so that a reload while offline loses nothing.
 */
export function openSession(options: {
  conversationId: string
  getToken: () => Promise<string>
  onState: (state: LiveState) => void
  onOthers: (others: Presence[]) => void
  onChanged: () => void
}) {
  const document = new Y.Doc()
  const key = `notes ${options.conversationId}`
  const kept = sessionStorage.getItem(key)
  if (kept) Y.applyUpdate(document, bytes(kept))

  let connected = false
  let unconfirmed = kept ? 1 : 0
  const tell = () => {
    options.onState(!connected ? 'offline' : unconfirmed > 0 ? 'saving' : 'saved')
    if (unconfirmed === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, base64(Y.encodeStateAsUpdate(document)))
  }
  const provider = new HocuspocusProvider({
    url: `${location.origin.replace(/^http/, 'ws')}${livePath}`,
    name: options.conversationId,
    document,
    token: options.getToken,
    onSynced: () => {
      connected = true
      unconfirmed = 0
      tell()
    },
    onDisconnect: () => {
      connected = false
      tell()
    },
    onUnsyncedChanges: ({ number }) => {
      unconfirmed = number
      tell()
    },
    onStateless: ({ payload }) => {
      if (payload === changedMessage) options.onChanged()
    },
    onAwarenessChange: ({ states }) =>
      options.onOthers(
        states
          .filter((one) => one.clientId !== document.clientID)
          .flatMap((one) =>
            (one as { user?: Presence }).user ? [(one as unknown as { user: Presence }).user] : [],
          ),
      ),
  })
  document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (!connected && origin !== provider) {
      unconfirmed += 1
      tell()
    }
  })
  return {
    document,
    awareness: provider.awareness,
    present: (presence: Presence) => provider.setAwarenessField('user', presence),
    close: () => provider.destroy(),
  }
}
