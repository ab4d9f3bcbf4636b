import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ports that systems take for outgoing connections: one that is free now stays so until it is listened on. */
const [first, last] = [10_000, 32_000]

/** A port on this machine that nobody listens on. Processes that ask at once begin at different ones. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * (last - first))
    const server = createServer()
    const listening = once(server, 'listening').then(
      () => true,
      () => false,
    )
    server.listen(port, '127.0.0.1')
    if (!(await listening)) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
