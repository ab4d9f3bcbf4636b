import fc from 'fast-check'
import { changes, pairs } from './changes.ts'
import type { settledWorld } from './world.ts'

/**
 * Random pairs and changes, each run in `world`.
 * @returns the smallest run that was found to go wrong, in words; null when all went well; and how many there were
 */
export async function settled(
  world: ReturnType<typeof settledWorld>,
  { runs, minutes, seed }: { runs: number; minutes: number; seed?: number },
): Promise<{ report: string | null; runs: number }> {
  const details = await fc.check(
    fc.asyncProperty(pairs, changes, (plan, steps) => world.run(plan, steps)),
    { numRuns: runs, interruptAfterTimeLimit: minutes * 60_000, ...(seed === undefined ? {} : { seed }) },
  )
  if (!details.failed) return { report: null, runs: details.numRuns }
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : ''
  return { report: `${why}\n${fc.defaultReportMessage(details) ?? ''}`, runs: details.numRuns }
}
