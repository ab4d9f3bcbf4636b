import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { Settings } from '../../infra/local/launch.ts'
import { readConfig } from '../../server/config.ts'
import { examine, type Parts } from '../../server/doctor/check.ts'
import { checks } from '../../server/doctor/checks.ts'
import type { Finding } from '../../server/doctor/finding.ts'
import { applicationTokens } from '../../server/graph/application.ts'
import { authorities } from '../../server/graph/authority.ts'

/** The findings of one of the doctor's checks. @throws Error when there is no such check */
export async function findingsOf(
  name: string,
  settings: Settings,
  parts: Partial<Parts> = {},
): Promise<Finding[]> {
  const config = readConfig(settings)
  const only = checks.filter((one) => one.name === name)
  if (only.length !== 1) throw new Error(`There is no check ${name}.`)
  return examine(only, {
    config,
    now: () => new Date(),
    tokenOf: applicationTokens(config.app, authorities(config.cloud)),
    adminToken: undefined,
    packageFile: undefined,
    ...parts,
  })
}

/** All that is not well, in one line. */
export const complaints = (findings: Finding[]): string =>
  findings
    .flatMap(({ name, state, says }) => (state === 'ok' ? [] : [`${name}: ${state}: ${says}`]))
    .join('; ')

/** A port at which nobody listens. */
export async function nowhere(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
