import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout } from 'node:timers/promises'
import { TenantError } from './failure.ts'
import { tenant } from './run.ts'

const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

try {
  process.exitCode = await tenant(process.argv.slice(2), {
    login: process.env['CLOUD_LOGIN'] ?? 'https://login.microsoftonline.com',
    graph: process.env['CLOUD_GRAPH'] ?? 'https://graph.microsoft.com/v1.0',
    fetch,
    wait: async (milliseconds) => void (await setTimeout(milliseconds)),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    say: (line) => void process.stdout.write(`${line}\n`),
    ask,
    packages: join(root, 'manifest/env'),
    into: join(root, 'infra/compose'),
    version,
  })
} catch (error) {
  if (!(error instanceof TenantError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
