import { settled } from '../settled/property.ts'
import { settledWorld } from '../settled/world.ts'

/** Random calendars and changes beyond those of `npm test`; without a seed, others each time. */
export async function measureSettled(runs = 300, seed = Date.now() % 2 ** 31): Promise<string[]> {
  const world = settledWorld()
  const done = await settled(world, { runs, minutes: 24 * 60, seed })
  await world.close()
  return [
    `sections in their places: ${done.runs} runs with seed ${seed}; ${done.report ?? 'all of them right'}`,
  ]
}
