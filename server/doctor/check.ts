import type { Config } from '../config.ts'
import { errorForLog } from '../http/error-for-log.ts'
import { unknown, type Finding, type Result } from './finding.ts'

/** All that checks have in hand. */
export type Parts = {
  config: Config
  /** The machine's own time: it is what is compared with Microsoft's. */
  now: () => Date
  /** A token of the application itself. */
  tokenOf: (scope: string, tenantId: string) => Promise<string>
  /** A token for Graph of somebody who may read app registrations; the application itself may seldom. */
  adminToken: string | undefined
  /** The package that was made for Teams. */
  packageFile: string | undefined
}

export type Check = { name: string; run: (parts: Parts) => Promise<Result | Result[]> }

/** No check takes longer; milliseconds. */
const patience = 20_000

/**
 * Makes all checks side by side. What goes wrong in one is that one's finding and nobody else's.
 * @param limit for each of them, in milliseconds
 */
export async function examine(checks: Check[], parts: Parts, limit = patience): Promise<Finding[]> {
  const findings = await Promise.all(checks.map((check) => made(check, parts, limit)))
  return findings.flat()
}

async function made({ name, run }: Check, parts: Parts, limit: number): Promise<Finding[]> {
  const { promise: late, resolve } = Promise.withResolvers<Result>()
  const timer = setTimeout(
    () =>
      resolve(
        unknown(
          `Nothing came of it within ${limit / 1000} s`,
          'See whether the network of this machine leads there.',
        ),
      ),
    limit,
  )
  try {
    const results = await Promise.race([run(parts), late])
    return [results].flat().map(({ part, ...one }) => ({ name: part ? `${name}: ${part}` : name, ...one }))
  } catch (error) {
    const { type, code } = errorForLog(error)
    return [{ name, ...unknown(`It ended with ${[type, code].join(' ').trim()}`, 'Report this line.') }]
  } finally {
    clearTimeout(timer)
  }
}
