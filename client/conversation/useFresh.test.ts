import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { hookOf } from '../../tests/support/hook.tsx'
import { CallFailed, type Failure } from '../lib/api.ts'
import { useFresh } from './useFresh.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const failed = (slug: Failure['slug']) =>
  new CallFailed({ slug, title: slug, detail: '', claims: undefined, errors: [] })

function screen() {
  const shown: Pick<Conversation, 'id' | 'state'>[] = []
  const onOut = vi.fn()
  const update = (change: (now: Conversation) => Conversation) =>
    void shown.push(change({ id: 'a', state: 'open' } as Conversation))
  const hook = hookOf((id: string | null) => useFresh(id, update, onOut))
  return { ...hook, shown, onOut, refresh: () => hook.run(({ refresh }) => refresh()) }
}

describe('a conversation that others change too', () => {
  it.each(['offline', 'too-many-requests', 'database-unavailable'] as const)(
    'a change is shown though the first answers are: %s',
    async (slug) => {
      const { render, refresh, fail, answer, calls, shown } = screen()
      await render('a')
      await refresh()
      for (const at of [0, 1]) {
        await fail(at, failed(slug))
        await vi.advanceTimersByTimeAsync(5000)
      }
      expect(calls).toHaveLength(3)
      await answer(2, { id: 'a', state: 'finished' })
      expect(shown.at(-1)).toEqual({ id: 'a', state: 'finished' })
    },
  )
  it('what is asked while it waits is asked once, and no more once it was answered', async () => {
    const { render, refresh, fail, answer, calls } = screen()
    await render('a')
    await refresh()
    await fail(0, failed('offline'))
    await refresh()
    await refresh()
    expect(calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(500)
    await answer(1, { id: 'a', state: 'open' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(calls).toHaveLength(2)
  })
  it('a screen that shows another conversation, or none, asks no more for this one', async () => {
    const { render, refresh, fail, calls } = screen()
    await render('a')
    await refresh()
    await render(null)
    await fail(0, failed('offline'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(calls).toHaveLength(1)
  })
  it('whoever may not read it any more is told so at once', async () => {
    const { render, refresh, fail, onOut, calls } = screen()
    await render('a')
    await refresh()
    await fail(0, failed('forbidden'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onOut).toHaveBeenCalledOnce()
    expect(calls).toHaveLength(1)
  })
})
