import { isIP } from 'node:net'
import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { unsafeIn } from './config-safety.ts'

const httpUrl = { pattern: '^https?://[^\\s]+[^/]$' }
const guid = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const Guid = Type.String({ pattern: `^${guid}$` })

/** The shortest prefixes of networks that somebody can own: 10.0.0.0/8 and fc00::/7. Shorter ones are most of the internet. */
const shortestPrefix: Record<number, number> = { 4: 8, 6: 7 }

/** A network that proxies are in: an address, with the length of its prefix or without, or a name for such networks. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', prefix, ...more] = text.split('/')
  const version = isIP(address)
  const bits = { 4: 32, 6: 128 }[version] ?? -1
  const length = /^\d{1,3}$/.test(prefix ?? '') ? Number(prefix) : -1
  const fits = prefix === undefined || (length >= (shortestPrefix[version] ?? 0) && length <= bits)
  return bits > 0 && fits && more.length === 0
}

/** Everything that an installation sets, by the name of its environment variable. */
export const Environment = Type.Object({
  /** The address to listen on. All of a machine's: 0.0.0.0, which a container needs. */
  HOST: Type.String({ default: '127.0.0.1' }),
  PORT: Type.Integer({ default: 3978, minimum: 0, maximum: 65535 }),
  /** Seconds between SIGTERM and the end, in which `/readyz` says no and all else is served. Over what a proxy needs. */
  SHUTDOWN_DELAY: Type.Integer({ default: 5, minimum: 0, maximum: 300 }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { default: 'info' }),
  /** The Entra app registration of Groei. */
  CLIENT_ID: Guid,
  /** The Application ID URI of that registration. Unset: api://CLIENT_ID. */
  APP_ID_URI: Type.Optional(Type.String({ pattern: '^api://[^\\s/]+(/[^\\s/]+)*$' })),
  /** Its secret; not needed where MANAGED_IDENTITY is set. */
  CLIENT_SECRET: Type.Optional(Type.String({ minLength: 8 })),
  /** On Azure: the client id of a managed identity that the registration trusts in place of a secret. */
  MANAGED_IDENTITY: Type.Optional(Guid),
  /** Groei in the tenant's app catalogue: where links lead, and what the bot is installed by. Unset: neither. */
  TEAMS_APP_ID: Type.Optional(Guid),
  /** Takes the bot's messages from anybody. For Microsoft 365 Agents Playground on one's own machine only. */
  BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: Type.Enum(['true', 'false'], { default: 'false' }),
  /** Tenants that may sign in, separated by commas. */
  TENANT_IDS: Type.String({ pattern: `^${guid}(,${guid})*$` }),
  /** Set: MongoDB, Atlas or Azure DocumentDB. Unset: the embedded engine in DATA_DIR. */
  MONGODB_URI: Type.Optional(Type.String({ pattern: '^mongodb(\\+srv)?://' })),
  /** Set: several servers share the live notes through it. Unset: one server. */
  REDIS_URL: Type.Optional(Type.String({ pattern: '^rediss?://[^\\s]+$' })),
  DATA_DIR: Type.String({ default: '.data', minLength: 1 }),
  /** Where Microsoft reaches this server. Set: it tells when a calendar changes. Unset: who opens Groei does. */
  PUBLIC_URL: Type.Optional(Type.String(httpUrl)),
  /** Proxies before this server, separated by commas: who asks is then whom they name in X-Forwarded-For. */
  TRUSTED_PROXIES: Type.Optional(
    Type.Refine(
      Type.String(),
      (value) => value.split(',').every(isNetwork),
      () => 'must be addresses or networks, separated by commas',
    ),
  ),
  /** 32 bytes in base64 that wrap the tenants' data keys. Unset: made once and kept in MASTER_KEY_FILE. */
  MASTER_KEY: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })),
  /** Better not with the data: one backup would hold both. Unset: DATA_DIR/master.key. */
  MASTER_KEY_FILE: Type.Optional(Type.String({ minLength: 1 })),
  /** Master keys that were replaced, separated by commas: what they wrapped is wrapped anew at the next start. */
  MASTER_KEY_PREVIOUS: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$' })),
  /** A key in Azure Key Vault that wraps the data keys instead: https://NAME.vault.azure.net/keys/KEY. */
  KEY_VAULT_KEY: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+/([^\\s?#]+/)?keys/[^\\s/?#]+$' })),
  /** The tenant of that vault. Unset: the first of TENANT_IDS. */
  KEY_VAULT_TENANT: Type.Optional(Guid),
  /** The cloud: all of Microsoft's endpoints that Groei knows. The default is the public one. */
  CLOUD_LOGIN: Type.String({ ...httpUrl, default: 'https://login.microsoftonline.com' }),
  CLOUD_GRAPH: Type.String({ ...httpUrl, default: 'https://graph.microsoft.com/v1.0' }),
  /** Where the keys are that sign the bot's inbound messages, and who signs them. */
  CLOUD_BOT_METADATA: Type.String({
    pattern: '^https?://[^\\s]+/openidconfiguration$',
    default: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  }),
  CLOUD_BOT_ISSUER: Type.String({ ...httpUrl, default: 'https://api.botframework.com' }),
  /** Where the bot begins with a person of whom it does not know the region yet. */
  CLOUD_BOT_SERVICE: Type.String({ ...httpUrl, default: 'https://smba.trafficmanager.net/teams' }),
  /** Where Outlook's pane loads Office.js from. */
  CLOUD_OFFICE_JS: Type.String({
    ...httpUrl,
    default: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  }),
  /** OpenTelemetry's own variables. One of the addresses set: it is on. Unset: nothing of it is even loaded. */
  OTEL_SDK_DISABLED: Type.Enum(['true', 'false'], { default: 'false' }),
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://[^\\s]+$' })),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://[^\\s]+$' })),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://[^\\s]+$' })),
  OTEL_EXPORTER_OTLP_PROTOCOL: Type.Enum(['http/protobuf'], { default: 'http/protobuf' }),
  OTEL_EXPORTER_OTLP_HEADERS: Type.Optional(Type.String({ pattern: '^[^=,\\s]+=[^,]*(,[^=,\\s]+=[^,]*)*$' })),
  OTEL_TRACES_EXPORTER: Type.Enum(['otlp', 'none'], { default: 'otlp' }),
  OTEL_METRICS_EXPORTER: Type.Enum(['otlp', 'none'], { default: 'otlp' }),
  /** Milliseconds. */
  OTEL_METRIC_EXPORT_INTERVAL: Type.Integer({ default: 60_000, minimum: 100 }),
  OTEL_SERVICE_NAME: Type.String({ default: 'groei', minLength: 1 }),
  OTEL_RESOURCE_ATTRIBUTES: Type.Optional(Type.String({ pattern: '^[^=,\\s]+=[^,]*(,[^=,\\s]+=[^,]*)*$' })),
  /** Origins whose pages may frame Groei. */
  CLOUD_HOSTS: Type.String({
    default: [
      'https://*.cloud.microsoft',
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.microsoft365.com',
      'https://*.office.com',
      'https://outlook.office.com',
      'https://outlook.office365.com',
    ].join(' '),
  }),
})

/** The same by what it is for. */
export type Config = ReturnType<typeof configOf>
export type Cloud = Config['cloud']
export type Telemetry = NonNullable<Config['telemetry']>

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** @throws ConfigError that lists every failing variable, one a line */
export function refuse(failing: Map<string, string>): void {
  if (failing.size === 0) return
  const lines = [...failing].map(([name, message]) => `  ${name} ${message}`)
  throw new ConfigError(`The configuration cannot be used:\n${lines.join('\n')}`)
}

/**
 * Reads the configuration out of environment variables.
 * @throws ConfigError that lists every failing variable, one a line
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const known = Object.fromEntries(
    Object.keys(Environment.properties).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const value = Value.Convert(Environment, Value.Default(Environment, known))
  const failing = new Map<string, string>()
  if (!known['CLIENT_SECRET'] && !known['MANAGED_IDENTITY'])
    failing.set('CLIENT_SECRET', 'is required, or MANAGED_IDENTITY on Azure')
  if (env['NODE_ENV'] === 'production' && known['BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS'] === 'true')
    failing.set(
      'BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS',
      'is for one machine, and NODE_ENV is production',
    )
  // Node's own: with it nobody would notice who answers in Microsoft's place.
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    failing.set('NODE_TLS_REJECT_UNAUTHORIZED', 'must not be 0: name the authority with NODE_EXTRA_CA_CERTS')
  if (!Value.Check(Environment, value)) {
    for (const error of Value.Errors(Environment, value)) {
      const missing = 'requiredProperties' in error.params ? error.params.requiredProperties : []
      for (const name of missing) failing.set(name, 'is required')
      const name = error.instancePath.slice(1)
      if (name) failing.set(name, error.message)
    }
    refuse(failing)
    throw new ConfigError('The configuration cannot be used.')
  }
  refuse(new Map([...failing, ...unsafeIn(value)]))
  return configOf(value)
}

/** Where the data and the master key are, for commands that need no other setting. */
export function whereData(env: Record<string, string | undefined>) {
  const dir = env['DATA_DIR'] || '.data'
  return {
    uri: env['MONGODB_URI'] || undefined,
    dir,
    keyFile: env['MASTER_KEY_FILE'] || join(dir, 'master.key'),
  }
}

/** `name=value` pairs, as OpenTelemetry writes them: the values are percent-encoded. */
const pairsOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), decoded(pair.slice(pair.indexOf('=') + 1))]),
  )
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Where traces and metrics go (OpenTelemetry specification, "OTLP Exporter Configuration"); undefined: nowhere. */
function telemetryOf(value: Type.Static<typeof Environment>) {
  const base = value.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '')
  const of = (signal: 'traces' | 'metrics', own: string | undefined) =>
    own ?? (base && `${base}/v1/${signal}`)
  const tracesUrl =
    value.OTEL_TRACES_EXPORTER === 'none' ? undefined : of('traces', value.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)
  const metricsUrl =
    value.OTEL_METRICS_EXPORTER === 'none'
      ? undefined
      : of('metrics', value.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT)
  if (value.OTEL_SDK_DISABLED === 'true' || (!tracesUrl && !metricsUrl)) return undefined
  return {
    tracesUrl,
    metricsUrl,
    headers: pairsOf(value.OTEL_EXPORTER_OTLP_HEADERS),
    interval: value.OTEL_METRIC_EXPORT_INTERVAL,
    serviceName: value.OTEL_SERVICE_NAME,
    attributes: pairsOf(value.OTEL_RESOURCE_ATTRIBUTES),
  }
}

function configOf(value: Type.Static<typeof Environment>) {
  // Entra writes them so in tokens.
  const tenantIds = value.TENANT_IDS.toLowerCase().split(',')
  const vaultTenant = value.KEY_VAULT_TENANT ?? tenantIds[0]
  return {
    host: value.HOST,
    port: value.PORT,
    shutdownDelay: value.SHUTDOWN_DELAY * 1000,
    logLevel: value.LOG_LEVEL,
    app: {
      clientId: value.CLIENT_ID,
      idUri: value.APP_ID_URI ?? `api://${value.CLIENT_ID}`,
      clientSecret: value.CLIENT_SECRET,
      managedIdentity: value.MANAGED_IDENTITY,
      tenantIds,
    },
    database: { uri: value.MONGODB_URI, dir: value.DATA_DIR },
    redisUrl: value.REDIS_URL,
    masterKey: {
      given: value.MASTER_KEY,
      file: value.MASTER_KEY_FILE ?? join(value.DATA_DIR, 'master.key'),
      previous: value.MASTER_KEY_PREVIOUS?.split(',') ?? [],
    },
    keyVault:
      value.KEY_VAULT_KEY && vaultTenant ? { key: value.KEY_VAULT_KEY, tenantId: vaultTenant } : undefined,
    publicUrl: value.PUBLIC_URL,
    trustedProxies: value.TRUSTED_PROXIES?.split(','),
    teamsAppId: value.TEAMS_APP_ID,
    telemetry: telemetryOf(value),
    dangerouslyAllowUnauthenticatedBotRequests:
      value.BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS === 'true',
    cloud: {
      login: value.CLOUD_LOGIN,
      graph: value.CLOUD_GRAPH,
      officeJs: value.CLOUD_OFFICE_JS,
      hosts: value.CLOUD_HOSTS.split(' '),
      bot: {
        metadata: value.CLOUD_BOT_METADATA,
        issuer: value.CLOUD_BOT_ISSUER,
        service: value.CLOUD_BOT_SERVICE,
      },
    },
  }
}
