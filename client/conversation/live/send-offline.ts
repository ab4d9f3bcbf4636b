import type { SignIn } from '../../hosts/host.ts'
import { loadPart } from '../../lib/load-part.ts'
import type { Owner } from '../../lib/owner.ts'
import { entriesOf, keepOnlyOf } from './offline-store.ts'
import type { LiveState } from './session.ts'

type GetToken = SignIn['getToken']

/** A session that has come to one of these has sent what it could; without a connection it waits for one. */
const settled = new Set<LiveState>(['saved', 'reading', 'full', 'long', 'busy', 'signedOut', 'out'])

/**
 * Sends what the person who is signed in typed in a window that was closed before the server had it, in whatever
 * conversation that was: they may never open that one again. The code for it is loaded when there is any.
 * @param ended aborted when they are signed in no more
 */
export async function sendOffline(owner: Owner, getToken: GetToken, ended: AbortSignal): Promise<void> {
  keepOnlyOf(owner)
  const { entries } = await entriesOf(owner, Date.now())
  for (const conversationId of new Set(entries.map(({ key }) => key[2])))
    if (!ended.aborted) await send(conversationId, owner, getToken, ended)
}

async function send(
  conversationId: string,
  owner: Owner,
  getToken: GetToken,
  ended: AbortSignal,
): Promise<void> {
  const { openSession } = await loadPart(() => import('./session.ts'))
  if (ended.aborted) return
  await new Promise<void>((resolve) => {
    const close = () => {
      resolve()
      // Not from within what it tells.
      setTimeout(() => session.close())
      ended.removeEventListener('abort', close)
    }
    const session = openSession({
      conversationId,
      owner,
      getToken,
      onState: (state) => settled.has(state) && close(),
      onOthers: () => undefined,
      onChanged: () => undefined,
      onPutBack: () => undefined,
    })
    ended.addEventListener('abort', close)
  })
}
