import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'

/** Pauses between attempts to connect, in milliseconds: doubled each time, but a conversation does not wait half a minute. */
const shortestPause = 500
const longestPause = 5000

/**
 * A socket that comes back. One attempt at a time, and ours: the library's own retries multiply where a socket opens
 * and closes at once.
 */
export function reconnecting(path: string) {
  let failures = 0
  let isResting = false
  let retrying: ReturnType<typeof setTimeout> | undefined
  const socket = new HocuspocusProviderWebsocket({
    url: `${location.origin.replace(/^http/, 'ws')}${path}`,
    maxAttempts: 1,
    onDisconnect: () => connectSoon(),
  })
  function connectSoon(): void {
    socket.disconnect()
    clearTimeout(retrying)
    if (isResting) return
    const pause = Math.min(shortestPause * 2 ** failures, longestPause)
    // Spread out: everybody lost the same server at the same moment.
    retrying = setTimeout(connectNow, pause * (0.5 + Math.random() / 2))
  }
  function connectNow(): void {
    if (isResting) return
    failures += 1
    clearTimeout(retrying)
    void socket.connect()
  }
  window.addEventListener('online', connectNow)
  return {
    socket,
    connectSoon,
    /** The connection stands: the next attempt need not wait long. */
    settled(): void {
      failures = 0
    },
    /** Lets go of the server until it is woken. */
    rest(): void {
      isResting = true
      connectSoon()
    },
    wake(): void {
      isResting = false
      failures = 0
      connectNow()
    },
    close(): void {
      window.removeEventListener('online', connectNow)
      socket.configuration.onDisconnect = () => undefined
      socket.off('disconnect')
      socket.disconnect()
      clearTimeout(retrying)
    },
  }
}
