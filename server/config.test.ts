import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { adviceOn } from './config-safety.ts'
import { ConfigError, readConfig } from './config.ts'

const enough = {
  CLIENT_ID: '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b',
  CLIENT_SECRET: 'long enough',
  TENANT_IDS: '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b',
}

describe('configuration from environment variables', () => {
  test('variables that are not set have the defaults for Microsoft’s public cloud', () => {
    const config = readConfig(enough)
    expect(config.cloud.login).toBe('https://login.microsoftonline.com')
    expect(config.cloud.hosts).toContain('https://teams.microsoft.com')
    expect(config.database).toEqual({ uri: undefined, dir: '.data' })
  })

  test('an error lists every failing variable and shows no value', () => {
    const read = () => readConfig({ PORT: 'a lot', CLIENT_SECRET: 'secret', MONGODB_URI: 'http://user:pw@x' })
    expect(read).toThrow(ConfigError)
    try {
      read()
    } catch (error) {
      const { message } = error as Error
      for (const name of ['PORT', 'CLIENT_ID', 'CLIENT_SECRET', 'TENANT_IDS', 'MONGODB_URI'])
        expect(message).toContain(name)
      expect(message).not.toMatch(/pw@|a lot/)
    }
  })

  test('a secret or a managed identity is required', () => {
    const { CLIENT_SECRET: _secret, ...rest } = enough
    expect(() => readConfig(rest)).toThrow('CLIENT_SECRET is required, or MANAGED_IDENTITY')
    expect(readConfig({ ...rest, MANAGED_IDENTITY: enough.CLIENT_ID }).app).toMatchObject({
      managedIdentity: enough.CLIENT_ID,
      clientSecret: undefined,
    })
  })

  test.each(['10.0.0.4', '10.0.0.0/8,127.0.0.1', '::1,fd00::/8', 'loopback,uniquelocal'])(
    'TRUSTED_PROXIES accepts addresses and ranges: %s',
    (text) => {
      expect(readConfig({ ...enough, TRUSTED_PROXIES: text }).trustedProxies).toEqual(text.split(','))
    },
  )

  const everybody = ['0.0.0.0/0', '::/0', '0.0.0.0/1,128.0.0.0/1', '10.0.0.4,::/00']
  const malformed = ['2', 'true', '*', '10.0.0', '10.0.0.0/33', '::1/', '10.0.0.1, 10.0.0.2', 'proxy.example']
  test.each([...malformed, ...everybody])('TRUSTED_PROXIES refuses other values: %s', (text) => {
    expect(() => readConfig({ ...enough, TRUSTED_PROXIES: text })).toThrow(
      /TRUSTED_PROXIES must be addresses/,
    )
  })

  test('no proxy is trusted by default', () => {
    expect(readConfig(enough).trustedProxies).toBeUndefined()
  })

  const random = createHash('sha256').update('a key').digest('base64')
  const keyOf = (byte: (at: number) => number) =>
    Buffer.from(Array.from({ length: 32 }, (_one, at) => byte(at))).toString('base64')
  const half = [...createHash('md5').update('half a key').digest()]
  test.each([
    ['PUBLIC_URL', 'http://groei.example'],
    ['REDIS_URL', 'redis://cache.example:6379'],
    ['KEY_VAULT_KEY', 'http://vault.example/keys/groei'],
    ['CLOUD_LOGIN', 'http://login.example'],
    ['CLOUD_GRAPH', 'http://127.0.0.1.evil.example/v1.0'],
    ['CLOUD_BOT_ISSUER', 'http://localhost.example'],
    ['CLOUD_BOT_SERVICE', 'http://smba.example'],
    ['CLOUD_HOSTS', '*'],
    ['CLOUD_HOSTS', 'https://*'],
    ['CLOUD_HOSTS', 'https://*.com'],
    ['CLOUD_HOSTS', 'https://teams.microsoft.com http://evil.example'],
    ['MASTER_KEY', Buffer.alloc(32).toString('base64')],
    ['MASTER_KEY', Buffer.from('a'.repeat(32)).toString('base64')],
    ['MASTER_KEY', keyOf((at) => at)],
    ['MASTER_KEY', keyOf((at) => 255 - at * 3)],
    ['MASTER_KEY', keyOf((at) => half[at % 16]!)],
    ['MASTER_KEY', keyOf((at) => half[at % 16]! + (at > 15 ? 1 : 0))],
    ['MASTER_KEY', Buffer.from('correct horse battery staple 123').toString('base64')],
    ['MASTER_KEY', Buffer.from('0123456789abcdef'.repeat(2)).toString('base64')],
    ['MASTER_KEY', Buffer.from(randomUUID().replaceAll('-', '')).toString('base64')],
    ['MASTER_KEY_PREVIOUS', `${random},${Buffer.alloc(32, 7).toString('base64')}`],
    ['TENANT_IDS', '-'.repeat(36)],
    ['MONGODB_URI', 'mongodb://db.example/groei?tls=true&tlsAllowInvalidCertificates=true'],
    ['MONGODB_URI', 'mongodb+srv://db.example/groei?tlsinsecure=true'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
  ])('what only a test may have is refused: %s %s', (name, value) => {
    expect(() => readConfig({ ...enough, [name]: value })).toThrow(new RegExp(`^  ${name} `, 'm'))
  })

  test('an open bot is refused unless this machine alone reaches it', () => {
    const open = { ...enough, BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'true' }
    expect(() => readConfig({ ...open, HOST: '0.0.0.0' })).toThrow(/BOT_DANGEROUSLY/)
    expect(() => readConfig({ ...open, HOST: '10.0.0.4' })).toThrow(/BOT_DANGEROUSLY/)
    expect(() => readConfig({ ...open, PUBLIC_URL: 'https://groei.example' })).toThrow(/BOT_DANGEROUSLY/)
    expect(() => readConfig({ ...open, PUBLIC_URL: 'http://localhost:3978' })).not.toThrow()
    // A proxy on the same machine need not be said.
    expect(() => readConfig({ ...open, NODE_ENV: 'production' })).toThrow(/BOT_DANGEROUSLY/)
    expect(readConfig({ ...open, HOST: '::1' }).dangerouslyAllowUnauthenticatedBotRequests).toBe(true)
    expect(readConfig(open).host).toBe('127.0.0.1')
  })

  test.each([
    ['PUBLIC_URL', 'http://localhost:3978'],
    ['PUBLIC_URL', 'https://groei.example'],
    ['REDIS_URL', 'redis://127.0.0.1:6379'],
    ['REDIS_URL', 'rediss://cache.example:6380'],
    ['CLOUD_HOSTS', 'https://*.teams.microsoft.com https://outlook.office.com http://localhost:5000'],
    ['CLOUD_HOSTS', "'self'"],
    ['MASTER_KEY', random],
  ])('what production and the sandbox have is taken: %s %s', (name, value) => {
    expect(() => readConfig({ ...enough, [name]: value })).not.toThrow()
  })

  test('ids of tenants are read in whatever case they were copied', () => {
    expect(readConfig({ ...enough, TENANT_IDS: enough.TENANT_IDS.toUpperCase() }).app.tenantIds).toEqual([
      enough.TENANT_IDS,
    ])
  })
})

describe('what is said at start of a configuration that is allowed and risky', () => {
  const advice = (more: Record<string, string>) => adviceOn(readConfig({ ...enough, ...more })).join('\n')
  const elsewhere = { MASTER_KEY_FILE: '/etc/groei/master.key', DATA_DIR: '/var/lib/groei' }

  test('a public address without trusted proxies is said, with what to do', () => {
    const publicly = { ...elsewhere, PUBLIC_URL: 'https://groei.example' }
    expect(advice(publicly)).toMatch(/PUBLIC_URL is set .* Set TRUSTED_PROXIES/)
    expect(advice({ ...publicly, TRUSTED_PROXIES: '10.0.0.4' })).toBe('')
  })

  test.each([
    ['by default', {}],
    ['in a folder of it', { DATA_DIR: '/data', MASTER_KEY_FILE: '/data/keys/master.key' }],
    ['by another spelling', { DATA_DIR: '/data', MASTER_KEY_FILE: '/etc/../data/master.key' }],
  ])('a master key in the folder with the data is said: %s', (_name, more) => {
    expect(advice(more)).toMatch(/master key lies in the folder with the data/)
  })

  test.each([
    ['elsewhere', elsewhere],
    ['beside it', { DATA_DIR: '/data', MASTER_KEY_FILE: '/data-keys/master.key' }],
    ['with the data on a MongoDB server', { MONGODB_URI: 'mongodb://db.example' }],
  ])('a master key that is not with the data needs no word: %s', (_name, more) => {
    expect(advice(more)).toBe('')
  })
})

describe('telemetry', () => {
  const guid = '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b'
  const telemetry = (env: Record<string, string>) =>
    readConfig({ CLIENT_ID: guid, TENANT_IDS: guid, CLIENT_SECRET: 'a secret', ...env }).telemetry
  const at = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel:4318/' }

  test('is on where an address is given and nothing says otherwise', () => {
    expect(telemetry(at)).toMatchObject({
      tracesUrl: 'http://otel:4318/v1/traces',
      metricsUrl: 'http://otel:4318/v1/metrics',
      serviceName: 'groei',
    })
    for (const env of [
      {},
      { ...at, OTEL_SDK_DISABLED: 'true' },
      { ...at, OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' },
    ])
      expect(telemetry(env)).toBeUndefined()
  })

  test('takes an address for one of the two, and headers and attributes as OpenTelemetry writes them', () => {
    expect(
      telemetry({
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/in',
        OTEL_EXPORTER_OTLP_HEADERS: 'a=b%3Dc,d=50%',
        OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test',
      }),
    ).toMatchObject({
      tracesUrl: 'https://traces.example/in',
      metricsUrl: undefined,
      headers: { a: 'b=c', d: '50%' },
      attributes: { 'deployment.environment': 'test' },
    })
  })

  test('a key for the collector goes over TLS only', () => {
    const key = { OTEL_EXPORTER_OTLP_HEADERS: 'api-key=secret' }
    expect(() => telemetry({ ...at, ...key })).toThrow(/OTEL_EXPORTER_OTLP_ENDPOINT must be https/)
    const traces = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector.example/v1/traces' }
    expect(() => telemetry({ ...traces, ...key })).toThrow(/OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be https/)
    expect(telemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', ...key })).toBeDefined()
    expect(telemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel:4318', ...key })).toBeDefined()
  })

  test.each<Record<string, string>>([
    { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'otel:4317' },
    { OTEL_EXPORTER_OTLP_HEADERS: 'no pair' },
    { OTEL_METRIC_EXPORT_INTERVAL: '0' },
  ])('%j is refused', (env) => {
    expect(() => telemetry({ ...at, ...env })).toThrow(Object.keys(env)[0]!)
  })
})
