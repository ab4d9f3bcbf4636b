import { strToU8, zipSync } from 'fflate'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, parseEnv } from 'node:util'
import { addInManifest } from './add-in.ts'
import { translation, unifiedManifest } from './unified.ts'
import { readVariables, VariablesError, type Variables } from './variables.ts'

const here = import.meta.dirname
const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`)
/** The same package for the same variables, whenever it is made. */
const mtime = new Date('2026-01-01T00:00:00Z')

/** The zip for Teams' and Microsoft 365's admin centres. */
export function packageOf(variables: Variables, version: string): Uint8Array {
  const icon = (name: string) => new Uint8Array(readFileSync(join(here, 'icons', name)))
  return zipSync(
    {
      'manifest.json': json(unifiedManifest(variables, version)),
      'en.json': json(translation('en')),
      'nl.json': json(translation('nl')),
      'color.png': icon('color.png'),
      'outline.png': icon('outline.png'),
    },
    { mtime },
  )
}

/** `npm run package -- --env <name>`: says what it wrote, or lists what is wrong with the variables. */
function main(): void {
  const { values } = parseArgs({ options: { env: { type: 'string' } } })
  const name = values.env ?? ''
  const file = join(here, 'env', `${name}.env`)
  if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
    const known = readdirSync(join(here, 'env')).map((one) => one.replace(/\.env$/, ''))
    throw new VariablesError(
      `Name an environment: --env ${known.join(' or --env ')} (manifest/env/<name>.env)`,
    )
  }
  const variables = readVariables(parseEnv(readFileSync(file, 'utf8')))
  const { version } = JSON.parse(readFileSync(join(here, '../package.json'), 'utf8')) as { version: string }
  const folder = join(here, 'build')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `groei-${name}.zip`), packageOf(variables, version))
  writeFileSync(join(folder, `groei-${name}.xml`), addInManifest(variables, version))
  process.stdout.write(
    `manifest/build/groei-${name}.zip  Teams and Outlook\nmanifest/build/groei-${name}.xml  Outlook on the Mac and older ones\n`,
  )
}

if (process.argv[1] === import.meta.filename) {
  try {
    main()
  } catch (error) {
    if (!(error instanceof VariablesError)) throw error
    process.stderr.write(`No package was made.\n${error.message}\n`)
    process.exitCode = 1
  }
}
