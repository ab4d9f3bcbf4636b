import { ownerOf, type TokenOwner } from '../../hosts/token.ts'
import { patiently } from '../../lib/patiently.ts'
import { dropExpired, keptOf } from './keeping.ts'
import type { LiveState } from './session.ts'

type GetToken = (options?: { fresh?: boolean }) => Promise<string>

/** A session that has come to one of these has sent what it could; without a connection it waits for one. */
const settled = new Set<LiveState>(['saved', 'reading', 'full', 'busy', 'signedOut', 'out'])

/**
 * Sends what the person who is signed in typed in a window that was closed before the server had it, in whatever
 * talk that was: they may never open that one again. The code for it is loaded when there is any.
 * @throws Error when there is no token, or one of nobody
 */
export async function sendKept(getToken: GetToken): Promise<void> {
  await dropExpired(Date.now())
  const owner = ownerOf(await getToken())
  const { entries } = await keptOf(owner)
  for (const conversationId of new Set(entries.map(({ key }) => key[2])))
    await send(conversationId, owner, getToken)
}

async function send(conversationId: string, owner: TokenOwner, getToken: GetToken): Promise<void> {
  const { openSession } = await patiently(() => import('./session.ts'))
  await new Promise<void>((resolve) => {
    const session = openSession({
      conversationId,
      owner,
      getToken,
      onState: (state) => {
        if (!settled.has(state)) return
        resolve()
        // Not from within what it tells.
        setTimeout(session.close)
      },
      onOthers: () => undefined,
      onChanged: () => undefined,
    })
  })
}
