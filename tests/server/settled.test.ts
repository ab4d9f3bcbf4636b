import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { PairPlan } from '../settled/changes.ts'
import { settled } from '../settled/property.ts'
import { settledWorld } from '../settled/world.ts'

const world = settledWorld()
afterAll(() => world.close())

// The same each time; `npm run bench -- settled 1000` takes others.
const seed = 20260602
fc.configureGlobal({ seed })

describe('section after calendar changes', () => {
  test(`a section comes to stand where it belongs after random changes to two calendars (seed ${seed})`, async () => {
    const { report, runs } = await settled(world, { runs: 1, minutes: 2 })
    expect(report).toBeNull()
    expect(runs).toBe(1)
  }, 150_000)

  const weekly: PairPlan = {
    conversation: { by: 'a', online: true, weeks: 1 },
    moreSeries: [],
    singles: [],
    otherComes: true,
  }
  const once: PairPlan = { ...weekly, conversation: { by: 'a', online: true, weeks: 0 } }

  test('a section is written anew after the series of its invite is moved as a whole', () =>
    world.run(weekly, [
      [{ do: 'series', which: 0, how: 'another hour' }, null],
      [{ do: 'series', which: 0, how: 'longer conversations' }, null],
    ]))

  test('a finished conversation whose meeting is put off afterwards does not supersede the one after it', () =>
    world.run(
      { ...once, singles: ['a', 'b'].map((by, n) => ({ by: by as 'a', online: true, inDays: 5 + 5 * n })) },
      [
        [{ do: 'move', which: 2, to: 'past the next' }, null],
        [{ do: 'conversation' }, null],
      ],
    ))

  test('a section leaves an invite with a third person even when the next organiser never opened Groei', () =>
    world.run(
      {
        ...once,
        otherComes: false,
        singles: [
          { by: 'a', online: true, inDays: 5 },
          { by: 'b', online: true, inDays: 20 },
        ],
      },
      [
        [{ do: 'invite a third', which: 0 }, null],
        [{ do: 'open', by: 'b', what: 'the next conversation' }, null],
      ],
    ))

  test.each(['answer lost', 'signed out', '503', '412'] as const)(
    'a section stands in one invite after nearer meetings are planned and cancelled with trouble (%s)',
    (trouble) =>
      world.run(weekly, [
        [{ do: 'new meeting', by: 'b', online: true, inDays: 1 }, trouble],
        [{ do: 'cancel', which: 0 }, trouble],
        [{ do: 'new meeting', by: 'a', online: true, inDays: 1 }, trouble],
      ]),
  )

  test('a publication stops waiting for a person as soon as they open Groei for the first time', () =>
    world.run({ ...weekly, otherComes: false }, [
      [{ do: 'new meeting', by: 'b', online: true, inDays: 1 }, null],
      [{ do: 'open', by: 'b', what: 'the last conversation' }, null],
    ]))
})
