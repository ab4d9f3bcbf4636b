import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { endpoint } from '../../server/contract/endpoint.ts'
import { hookOf } from '../../tests/support/hook.tsx'
import { CallFailed, type Failure } from './api.ts'
import { useQuery } from './query.ts'

const read = endpoint('GET /api/x/:id', { response: Type.String() })
const offline: Failure = { slug: 'offline', title: 'offline', detail: '', claims: undefined, errors: [] }
type Options = Parameters<typeof useQuery<typeof read>>[2]

function screen() {
  const hook = hookOf(({ id, options }: { id: string | null; options: Options }) =>
    useQuery(read, id === null ? null : { params: { id } }, options),
  )
  return { ...hook, render: (id: string | null, options: Options = {}) => hook.render({ id, options }) }
}

describe('query of the server', () => {
  it('the answer shows once it is there', async () => {
    const { render, now, answer } = screen()
    await render('a')
    expect(now()).toMatchObject({ data: null, failure: null })
    await answer(0, 'A')
    expect(now()).toMatchObject({ data: 'A', failure: null })
  })
  it.each([false, true])('a late answer to an earlier request never shows, keep: %s', async (keep) => {
    const { render, now, answer } = screen()
    await render('a', { keep })
    await render('b', { keep })
    await answer(0, 'A')
    expect(now().data).toBeNull()
    await answer(1, 'B')
    expect(now().data).toBe('B')
  })
  it('a late failure of an earlier request never shows', async () => {
    const { render, now, answer, fail } = screen()
    await render('a')
    await render('b')
    await answer(1, 'B')
    await fail(0, new CallFailed(offline))
    expect(now()).toMatchObject({ data: 'B', failure: null })
  })
  it('an answer that was overtaken by a later one to the same request never shows', async () => {
    const { render, now, answer, calls } = screen()
    await render('a', { again: 1 })
    await render('a', { again: 2 })
    expect(calls.map(({ request }) => request)).toEqual([{ params: { id: 'a' } }, { params: { id: 'a' } }])
    await answer(1, 'newer')
    await answer(0, 'older')
    expect(now().data).toBe('newer')
  })
  it('answers show though each is asked again before the one before it is there', async () => {
    const { render, now, answer } = screen()
    await render('a', { again: 1 })
    await render('a', { again: 2 })
    await answer(0, 'first')
    expect(now().data).toBe('first')
    await answer(1, 'second')
    expect(now().data).toBe('second')
  })
  it('what was shown for an earlier request goes at once, and stays until the next answer where it is kept', async () => {
    const plain = screen()
    const keeping = screen()
    for (const one of [plain, keeping]) {
      const options = one === keeping ? { keep: true } : {}
      await one.render('a', options)
      await one.answer(0, 'A')
      await one.render('b', options)
    }
    expect([plain.now().data, keeping.now().data]).toEqual([null, 'A'])
    await keeping.answer(1, 'B')
    expect(keeping.now().data).toBe('B')
  })
  it('an answer that was under way when a write was answered never shows, and is asked for again', async () => {
    const { render, now, run, answer, calls } = screen()
    await render('a')
    await run(({ set }) => set(() => 'written'))
    expect(now().data).toBe('written')
    await answer(0, 'before the write')
    expect(now().data).toBe('written')
    expect(calls.length).toBe(2)
    await answer(1, 'after the write')
    expect(now().data).toBe('after the write')
  })
  it('what a write answered for an earlier request changes nothing', async () => {
    const { render, now, run, answer } = screen()
    await render('a')
    const { set, reload } = now()
    await render('b')
    await answer(1, 'B')
    await run(() => set(() => 'written in A'))
    await run(() => reload())
    await answer(2, 'A')
    expect(now()).toMatchObject({ data: 'B', failure: null })
  })
  it('a failed call shows as failure, beside what was read before', async () => {
    const { render, now, answer, fail } = screen()
    await render('a', { again: 1 })
    await fail(0, new CallFailed(offline))
    expect(now()).toMatchObject({ data: null, failure: offline })
    await render('a', { again: 2 })
    await answer(1, 'A')
    expect(now()).toMatchObject({ data: 'A', failure: null })
    await render('a', { again: 3 })
    await fail(2, new CallFailed(offline))
    expect(now()).toMatchObject({ data: 'A', failure: offline })
  })
  it('an error that is no failed call reaches the error boundary', async () => {
    const { render, isBroken, fail } = screen()
    await render('a')
    expect(isBroken()).toBe(false)
    await fail(0, new TypeError('x is not a function'))
    expect(isBroken()).toBe(true)
  })
  it('nothing is asked without a request, and what is known is not asked at first', async () => {
    const none = screen()
    await none.render(null)
    const known = screen()
    await known.render('a', { initial: 'A' })
    expect([none.calls, known.calls]).toEqual([[], []])
    expect([none.now().data, known.now().data]).toEqual([null, 'A'])
    await known.render('b', { initial: 'A' })
    expect([known.calls.length, known.now().data]).toEqual([1, null])
  })
})
