import './node-version.js'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, readConfig } from './config.ts'
import { examine, type Parts } from './doctor/check.ts'
import { checks } from './doctor/checks.ts'
import { exitCode, report, wrong, type Finding } from './doctor/finding.ts'
import { applicationTokens } from './graph/application.ts'
import { authorities } from './graph/authority.ts'

const usage = 'npm run doctor -- [--package ZIP] [--token FILE, - for standard input] [--json]'

class NotRead extends Error {}

type Options = { package?: string | undefined; token?: string | undefined }

/** @throws ConfigError */
function partsFor(options: Options): Parts {
  const config = readConfig(withSecretFiles(process.env))
  return {
    config,
    now: () => new Date(),
    tokenOf: applicationTokens(config.app, authorities(config.cloud)),
    adminToken: options.token && tokenIn(options.token),
    packageFile: options.package,
  }
}

function tokenIn(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').trim()
  } catch {
    throw new NotRead('--token names a file that cannot be read.')
  }
}

async function examineAll(options: Options): Promise<Finding[]> {
  try {
    return await examine(checks, partsFor(options))
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const says = error.message.replaceAll(/\n +/g, ' ')
    return [{ name: 'configuration', ...wrong(says, 'Correct these variables.') }]
  }
}

/** `npm run doctor`: checks a running installation from its own settings, and changes nothing. */
async function doctor(): Promise<void> {
  const { values } = parseArgs({
    options: { package: { type: 'string' }, token: { type: 'string' }, json: { type: 'boolean' } },
  })
  const findings = await examineAll(values)
  process.stdout.write(values.json ? `${JSON.stringify({ findings }, null, 2)}\n` : report(findings))
  process.exitCode = exitCode(findings)
}

doctor().then(
  // Whatever still waits for an answer was given up.
  () => process.exit(),
  (error: unknown) => {
    const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    const text =
      error instanceof NotRead ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`${isUsage ? usage : text}\n`)
    process.exit(64)
  },
)
