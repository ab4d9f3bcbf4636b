import { readFileSync } from 'node:fs'
import { refuse } from './config.ts'

/** Secrets that may stand in a file: what shows the environment of a process, such as `docker inspect`, shows none of them. */
const secrets = [
  'CLIENT_SECRET',
  'MONGODB_URI',
  'REDIS_URL',
  'MASTER_KEY_PREVIOUS',
  'OTEL_EXPORTER_OTLP_HEADERS',
]

type Variables = Record<string, string | undefined>

/**
 * The environment with the secrets that files hold: `NAME_FILE` names the file of `NAME`. White space around a secret
 * is not part of it.
 * @throws ConfigError that lists every file that cannot be used
 */
export function withSecretFiles(env: Variables): Variables {
  const failing = new Map<string, string>()
  const found: Variables = {}
  for (const name of secrets) {
    const file = env[`${name}_FILE`]
    if (!file) continue
    if (env[name]) failing.set(`${name}_FILE`, `and ${name} are both set`)
    else found[name] = contentOf(file)
    if (found[name] === '') failing.set(`${name}_FILE`, 'names a file that is empty or cannot be read')
  }
  refuse(failing)
  return { ...env, ...found }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
