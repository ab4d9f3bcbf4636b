import { HocuspocusProvider } from '@hocuspocus/provider'
import { livePath, stepText, storedMessage } from '../../server/contract/live.ts'

/** Somebody who types one numbered word after the other, and asks after each whether it is stored, as the page does. */
export async function typist(options: {
  url: string
  conversationId: string
  name: string
  token: () => Promise<string>
}) {
  const { name } = options
  let typed = 0
  let stored = 0
  let typing: ReturnType<typeof setInterval> | undefined
  const provider = new HocuspocusProvider({
    url: `${options.url.replace('http', 'ws')}${livePath}`,
    name: options.conversationId,
    token: options.token,
    onStateless: ({ payload }) => {
      const [said, count] = payload.split(' ')
      if (said === 'stored') stored = Math.max(stored, Number(count))
    },
  })
  await new Promise((resolve) => provider.on('synced', resolve))
  const text = provider.document.getText(stepText('goal'))
  const words = (count: number) => Array.from({ length: count }, (_one, at) => `${name}${at + 1} `)
  return {
    provider,
    text: () => text.toString(),
    begin(): void {
      typing = setInterval(() => {
        typed += 1
        text.insert(Math.floor(Math.random() * 2) * text.length, `${name}${typed} `)
        if (provider.isSynced) provider.sendStateless(storedMessage(typed))
      }, 15)
    },
    stop: () => clearInterval(typing),
    /** All words so far. */
    typed: () => words(typed),
    /** Those that the server has said to be stored. */
    stored: () => words(stored),
  }
}
export type Typist = Awaited<ReturnType<typeof typist>>
