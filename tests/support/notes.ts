import { HocuspocusProvider } from '@hocuspocus/provider'
import type { Launched } from '../../infra/local/launch.ts'
import { livePath, stepText } from '../../server/contract/live.ts'
import type { Api } from './api.ts'
import { until } from './until.ts'

/** The live notes of conversations, as a page opens them. */
export function notesOf({ token }: Api, { productPorts }: Launched) {
  const providers: HocuspocusProvider[] = []

  /** Joins them on one of the servers; says whether it was let in, or why not. */
  async function join(at: number, user: string, conversationId: string, given?: () => Promise<string>) {
    const messages: string[] = []
    const provider = new HocuspocusProvider({
      url: `ws://127.0.0.1:${productPorts[at]}${livePath}`,
      name: conversationId,
      token: given ?? (() => token(user)),
      onStateless: ({ payload }) => messages.push(payload),
    })
    providers.push(provider)
    const entered = await new Promise<string>((resolve) => {
      provider.on('synced', () => resolve('synced'))
      provider.on('authenticationFailed', ({ reason }: { reason: string }) => resolve(reason))
    })
    return { entered, provider, messages, text: provider.document.getText(stepText('goal')) }
  }
  return {
    join,
    /** Lets go of everybody who joined, and waits until their sockets are closed: till then they take up places. */
    leave: async () => {
      const left = providers.splice(0)
      const sockets = left.map((one) => one.configuration.websocketProvider.webSocket)
      for (const one of left) one.destroy()
      await until(async () => (sockets.every((one) => !one || one.readyState === one.CLOSED) ? true : null))
    },
  }
}
