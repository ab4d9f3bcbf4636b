import { Type } from 'typebox'
import { Value } from 'typebox/value'

const Guid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const HttpsUrl = Type.String({ pattern: '^https://[^\\s]+$', maxLength: 2048 })

/** Settings that differ between installations; `env/<name>.env` holds them. None is a secret. */
export const Variables = Type.Object({
  /** The id of the app in the tenant's catalogue: any GUID, the same for every new version. */
  APP_ID: Guid,
  /** The Entra app registration. */
  CLIENT_ID: Guid,
  /** The bot's registration; the same one is simplest. */
  BOT_ID: Guid,
  /** The id of the add-in-only manifest: another GUID, the same for every new version. */
  ADDIN_ID: Guid,
  /** Where Groei's server is reached, without https:// or a path. */
  HOSTNAME: Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$', maxLength: 253 }),
  DEVELOPER_NAME: Type.String({ minLength: 1, maxLength: 32 }),
  WEBSITE_URL: HttpsUrl,
  PRIVACY_URL: HttpsUrl,
  TERMS_URL: HttpsUrl,
})
export type Variables = Type.Static<typeof Variables>

export class VariablesError extends Error {
  override name = 'VariablesError'
}

/** @throws VariablesError that lists every variable that is missing, malformed or unknown, one a line */
export function readVariables(env: Record<string, string | undefined>): Variables {
  const problems = Object.keys(env)
    .filter((name) => !(name in Variables.properties))
    .map((name) => `${name} is not a variable of the package`)
  for (const [name, schema] of Object.entries(Variables.properties)) {
    const value = env[name]
    if (!value) problems.push(`${name} is missing`)
    else if (!Value.Check(schema, value)) {
      const [error] = Value.Errors(schema, value)
      problems.push(`${name} ${error?.message ?? 'is malformed'}`)
    }
  }
  if (problems.length > 0) throw new VariablesError(problems.map((one) => `  ${one}`).join('\n'))
  return env as Variables
}
