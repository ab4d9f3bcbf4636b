import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { PairPlan } from '../settled/changes.ts'
import { settled } from '../settled/property.ts'
import { settledWorld } from '../settled/world.ts'

const world = settledWorld()
afterAll(() => world.close())

// The same each time; `npm run bench -- settled 1000` takes others.
const seed = 20260602
fc.configureGlobal({ seed })

test(`whatever happens to the calendars of two people, the section comes to stand where it has to (seed ${seed})`, async () => {
  const { report, runs } = await settled(world, { runs: 4, minutes: 2 })
  expect(report).toBeNull()
  expect(runs).toBe(4)
}, 150_000)

const weekly: PairPlan = {
  talk: { by: 'a', online: true, weeks: 1 },
  moreSeries: [],
  singles: [],
  otherComes: true,
}
const once: PairPlan = { ...weekly, talk: { by: 'a', online: true, weeks: 0 } }

test('a series that is moved as a whole takes what stood in its invites away: the section is written anew', () =>
  world.run(weekly, [
    [{ do: 'series', which: 0, how: 'another hour' }, null],
    [{ do: 'series', which: 0, how: 'longer talks' }, null],
  ]))

test('a finished talk whose meeting is put off afterwards is no later one than the talk that comes after it', () =>
  world.run(
    { ...once, singles: ['a', 'b'].map((by, n) => ({ by: by as 'a', online: true, inDays: 5 + 5 * n })) },
    [
      [{ do: 'move', which: 2, to: 'past the next' }, null],
      [{ do: 'talk' }, null],
    ],
  ))

test('a section leaves an invite with others in it, also when the next is of somebody who never opened Groei', () =>
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
      [{ do: 'open', by: 'b', what: 'the next talk' }, null],
    ],
  ))

test.each(['answer lost', 'signed out', '503', '412'] as const)(
  'planned nearer and cancelled again with trouble (%s): it stands in one invite',
  (trouble) =>
    world.run(weekly, [
      [{ do: 'new meeting', by: 'b', online: true, inDays: 1 }, trouble],
      [{ do: 'cancel', which: 0 }, trouble],
      [{ do: 'new meeting', by: 'a', online: true, inDays: 1 }, trouble],
    ]),
)

test('who opens Groei for the first time is waited for no longer, however lately it was looked', () =>
  world.run({ ...weekly, otherComes: false }, [
    [{ do: 'new meeting', by: 'b', online: true, inDays: 1 }, null],
    [{ do: 'open', by: 'b', what: 'the last talk' }, null],
  ]))
