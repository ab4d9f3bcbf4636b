import { describe, expect, it } from 'vitest'
import type { Proposals } from '../../server/contract/planning.ts'
import { hookOf } from '../../tests/support/hook.tsx'
import { CallFailed, failureOf } from '../lib/api.ts'
import { usePlanning } from './usePlanning.ts'

const times = (minutes: number): Proposals => ({
  minutes,
  more: true,
  proposals: [{ start: '2026-06-09T08:30:00Z', end: '2026-06-09T09:00:00Z' }],
  reason: null,
  zones: { mine: 'Europe/Amsterdam', theirs: null },
  otherRead: true,
  everyWeeks: 2,
  revision: 0,
})
const refused = new CallFailed({ ...failureOf(null, 'nl'), title: 'refused' })
const planning = async () => {
  const hook = hookOf(() => usePlanning('pair', () => undefined))
  await hook.render({})
  await hook.run(({ look }) => look())
  return hook
}

describe('looking for times', () => {
  it('times that were asked for before others never show', async () => {
    const { now, run, answer } = await planning()
    await answer(0, times(30))
    await run(({ last }) => last(45))
    await run(({ last }) => last(60))
    await answer(2, times(60))
    await answer(1, times(45))
    expect(now().planning).toEqual({ state: 'choosing', found: times(60) })
  })
  it('a late refusal of earlier times never shows', async () => {
    const { now, run, answer, fail } = await planning()
    await answer(0, times(30))
    await run(({ last }) => last(45))
    await run(({ last }) => last(60))
    await answer(2, times(60))
    await fail(1, refused)
    expect(now().refused).toBeNull()
  })
  it('an answer or a refusal that comes after it was closed does not open it again', async () => {
    for (const end of ['answer', 'fail'] as const) {
      const hook = await planning()
      await hook.run(({ close }) => close())
      await hook[end](0, end === 'answer' ? times(30) : refused)
      expect(hook.now().planning).toEqual({ state: 'closed' })
    }
  })
  it('a refusal shows in place of the times that were looked for, and beside those that stand', async () => {
    const { now, run, answer, fail } = await planning()
    await fail(0, refused)
    expect(now().planning).toEqual({ state: 'failed', failure: refused.failure })
    await run(({ look }) => look())
    await answer(1, times(30))
    await run(({ others }) => others())
    await fail(2, refused)
    expect(now()).toMatchObject({ planning: { state: 'choosing' }, refused: refused.failure })
  })
})
