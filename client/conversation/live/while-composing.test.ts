import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { frame, varUint } from '../../../tests/support/live-frames.ts'
import { WhileComposing } from './while-composing.ts'

const name = 'c'
let provider: WhileComposing
let told: string[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  told = []
  provider = new WhileComposing({
    websocketProvider: new HocuspocusProviderWebsocket({ url: 'ws://127.0.0.1:1', autoConnect: false }),
    name,
    onStateless: ({ payload }) => told.push(payload),
  })
})
afterEach(() => {
  provider.destroy()
  vi.useRealTimers()
})

const text = () => provider.document.getText('step:goal').toString()
const tell = (...rest: number[]) =>
  provider.onMessage(new MessageEvent('message', { data: frame(name, ...rest).buffer }))
/** The other types; the server tells it. */
function otherTypes(typed: string) {
  const other = new Y.Doc()
  other.getText('step:goal').insert(0, typed)
  const update = Y.encodeStateAsUpdate(other)
  tell(0, 2, ...varUint(update.length), ...update)
}

describe('what the other types while somebody composes a word', () => {
  it('it comes at once when nobody composes, and after the word when somebody does', async () => {
    otherTypes('een')
    expect(text()).toBe('een')
    provider.composing(true)
    otherTypes('twee')
    expect(text()).toBe('een')
    provider.composing(false)
    await Promise.resolve()
    expect(text()).toHaveLength('eentwee'.length)
  })

  it('anything else that the server tells comes at once', () => {
    provider.composing(true)
    tell(5, 1, 'x'.charCodeAt(0))
    expect(told).toEqual(['x'])
  })

  it('whoever stops within a word sees it after ten seconds, and whoever goes on composing does not', async () => {
    provider.composing(true)
    otherTypes('een')
    await vi.advanceTimersByTimeAsync(9000)
    provider.composing(true)
    await vi.advanceTimersByTimeAsync(9000)
    expect(text()).toBe('')
    await vi.advanceTimersByTimeAsync(1000)
    expect(text()).toBe('een')
  })

  it('what was kept goes with the connection: the next one brings it', async () => {
    provider.composing(true)
    otherTypes('een')
    provider.onClose()
    provider.composing(false)
    await Promise.resolve()
    expect(text()).toBe('')
  })
})
