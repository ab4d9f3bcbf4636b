import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readVariables, VariablesError, type Variables } from '../../manifest/variables.ts'
import { TenantError } from './failure.ts'
import { filesIn, type Files } from './files.ts'

export const usage = `npm run tenant -- plan|apply|undo --env NAME [--tenant ID] [--into FOLDER] [--identity OBJECT_ID] [--yes]

  plan    says what apply would change, and changes nothing
  apply   says it, asks, and does it; run again, it does what is missing
  undo    says what it would remove of what apply made, asks, and removes it

  --env       the installation: manifest/env/NAME.env
  --tenant    the id of the organisation's tenant, or a domain of it; the first time
  --into      the folder of the server's settings and secrets; infra/compose
  --identity  a managed identity, by its object id, that signs the servers in without a secret
  --yes       does not ask`

const commands = ['plan', 'apply', 'undo'] as const
export type Command = (typeof commands)[number]
export type Options = {
  command: Command
  files: Files
  tenantId: string
  identity: string | null
  isSure: boolean
  /** The package's, with made-up ids where the file has none yet. */
  variables: Variables
  /** The ids that the file has to get before anything is made by them. */
  newIds: Record<string, string>
}

const template = `# Groei in your organisation: fill in these five. \`npm run tenant\` adds the ids. Nothing here is a secret.

# Where people and Microsoft reach Groei, without https://.
HOSTNAME=
# Your organisation, as Teams shows who made the app.
DEVELOPER_NAME=
WEBSITE_URL=
PRIVACY_URL=
TERMS_URL=
`

/** @throws TenantError that says what to fill in or to say otherwise */
export function readOptions(
  args: string[],
  places: { packages: string; into: string; newId: () => string },
): Options {
  const { values, positionals } = parsed(args)
  const command = commands.find((one) => one === positionals[0])
  const name = values.env ?? ''
  if (!command || positionals.length > 1 || !/^[\w-]+$/.test(name)) throw new TenantError(usage)
  if (name === 'sandbox')
    throw new TenantError('sandbox.env is the example of the package: choose another name.')
  const path = join(places.packages, `${name}.env`)
  if (!existsSync(path)) {
    writeFileSync(path, template)
    throw new TenantError(`Fill in ${path}, and run this again.`)
  }
  const files = filesIn(values.into ?? places.into, path)
  const given = Object.fromEntries(Object.entries(files.package()).filter(([, value]) => value))
  const newIds = Object.fromEntries(
    ['APP_ID', 'ADDIN_ID'].filter((one) => !given[one]).map((one) => [one, places.newId()]),
  )
  // Known once the registration is made.
  const later = { CLIENT_ID: places.newId(), BOT_ID: places.newId() }
  const variables = variablesOf({ ...later, ...given, ...newIds }, path)
  const settings = files.settings()
  const host = settings['PUBLIC_HOST']
  if (host && host !== variables.HOSTNAME)
    throw new TenantError(
      `PUBLIC_HOST is ${host} in ${files.paths.settings}, HOSTNAME ${variables.HOSTNAME} in ${path}.`,
    )
  const tenants = settings['TENANT_IDS']?.split(',').filter(Boolean) ?? []
  const tenantId =
    values.tenant ?? files.journal()?.tenantId ?? (tenants.length === 1 ? tenants[0] : undefined)
  if (!tenantId) throw new TenantError('Say which tenant: --tenant ID (Entra, Overview, Tenant ID).')
  return {
    command,
    files,
    tenantId,
    identity: values.identity ?? null,
    isSure: values.yes,
    variables,
    newIds,
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        env: { type: 'string' },
        tenant: { type: 'string' },
        into: { type: 'string' },
        identity: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new TenantError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function variablesOf(env: Record<string, string | undefined>, path: string): Variables {
  try {
    return readVariables(env)
  } catch (error) {
    if (!(error instanceof VariablesError)) throw error
    throw new TenantError(`${path} is not filled in yet:\n${error.message}`)
  }
}
