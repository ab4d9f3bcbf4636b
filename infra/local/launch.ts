import { join } from 'node:path'
import type { SigningKey } from '../sandbox/model.ts'
import { start as startSandbox, type Sandbox, type Seed } from '../sandbox/start.ts'
import { freePort } from './free-port.ts'
import { productData } from './product-data.ts'

/** Environment variables of the product. */
export type Settings = Record<string, string | undefined>

/** One of the product's servers, from when it listens until it has ended. */
export type Running = {
  /** The sandbox's clock was moved: timers whose time has come are to run. */
  clockMoved(): void
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}
/**
 * Starts one of the product's servers, and resolves when it listens.
 * @throws Error when it does not start
 */
export type Runner = (settings: Settings, tenant: { tenantDir: string; now: () => Date }) => Promise<Running>

export type Launched = {
  url: string
  /** Where the product itself listens, without the sandbox before it; one a server. */
  productPorts: number[]
  sandbox: Sandbox
  /** Kills the product as a power cut does. */
  kill(): Promise<void>
  /** Stops the product as an operator does; one server of it where one is named. */
  stop(at?: number): Promise<void>
  /** @param settings environment variables over the usual ones, for this start */
  startProduct(settings?: Settings, at?: number): Promise<void>
  /** The usual environment variables of the product, for what else an operator runs. */
  settings: Settings
  close(): Promise<void>
}

/**
 * The product in the sandbox tenant, on one address. Their data stand side by side in `dataDir`.
 * @throws Error when the product does not start; it has said why on standard error
 */
export async function launch(options: {
  port: number
  dataDir: string
  run: Runner
  /** Works a new tenant, or one that was reset, as its people would: through the API at this address. */
  play?: ((url: string) => Promise<void>) | undefined
  logLevel?: string
  /** A MongoDB server for the product's data, instead of the embedded engine; what its database holds goes with a reset. */
  mongodbUri?: string
  /** People and calendars instead of the sandbox's own. */
  seed?: Seed
  /** Takes the bot's messages from anybody: for Agents Playground, which sends no token. */
  dangerouslyOpenBot?: boolean
  /** The tenant's key for signing tokens; unset: a new key. */
  signingKey?: SigningKey
  /** The tenant is not written to disk at each change; for a runner that reads no file of its. */
  isTenantInMemory?: boolean
  /** How many servers of the product; the sandbox's address leads to the first. */
  servers?: number
  /** Environment variables of the product over the usual ones, by the sandbox's address. */
  settings?: (sandboxUrl: string) => Settings
}): Promise<Launched> {
  const tenantDir = join(options.dataDir, 'tenant')
  const productDir = join(options.dataDir, 'product')
  const productPorts = await Promise.all(Array.from({ length: options.servers ?? 1 }, freePort))
  const data = productData(productDir, options.mongodbUri)
  /** By the port at which it listens. */
  const running = new Map<number, Running>()
  const portsOf = (at?: number) => (at === undefined ? productPorts : productPorts.slice(at, at + 1))

  const end = async (signal: 'SIGTERM' | 'SIGKILL', at?: number) => {
    await Promise.all(
      portsOf(at).map((port) => {
        const one = running.get(port)
        running.delete(port)
        return one?.end(signal)
      }),
    )
  }

  const sandbox = await startSandbox({
    port: options.port,
    ...(options.seed ? { seed: options.seed } : {}),
    ...(options.signingKey ? { signingKey: options.signingKey } : {}),
    ...(options.isTenantInMemory ? {} : { dataDir: tenantDir }),
    upstream: `http://127.0.0.1:${productPorts[0]}`,
    onClockMoved: () => {
      for (const one of running.values()) one.clockMoved()
    },
    onReset: async () => {
      await end('SIGTERM')
      await data.remove()
      await startProduct()
      await options.play?.(sandbox.url)
    },
  })

  const usual = (port: number): Settings => ({
    HOST: '127.0.0.1',
    PORT: String(port),
    // No proxy asks this one whether it is ready.
    SHUTDOWN_DELAY: '0',
    LOG_LEVEL: options.logLevel ?? 'warn',
    CLIENT_ID: sandbox.app.clientId,
    CLIENT_SECRET: sandbox.app.clientSecret,
    TENANT_IDS: sandbox.tenantId,
    DATA_DIR: productDir,
    // Where the tenant's own keys are: not with the product's data.
    MASTER_KEY_FILE: join(tenantDir, 'master.key'),
    MONGODB_URI: options.mongodbUri,
    CLOUD_LOGIN: `${sandbox.url}/sandbox/entra`,
    CLOUD_GRAPH: `${sandbox.url}/sandbox/graph/v1.0`,
    BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: options.dangerouslyOpenBot ? 'true' : 'false',
    TEAMS_APP_ID: sandbox.app.teamsAppId,
    CLOUD_BOT_METADATA: `${sandbox.url}/sandbox/connector/v1/.well-known/openidconfiguration`,
    CLOUD_BOT_ISSUER: `${sandbox.url}/sandbox/connector`,
    CLOUD_BOT_SERVICE: `${sandbox.url}/sandbox/connector`,
    CLOUD_OFFICE_JS: `${sandbox.url}/sandbox/host/office-stand-in.js`,
    CLOUD_HOSTS: "'self'",
    PUBLIC_URL: sandbox.url,
    TRUSTED_PROXIES: 'loopback',
  })
  async function startProduct(given?: Settings, at?: number): Promise<void> {
    const settings = given ?? options.settings?.(sandbox.url) ?? {}
    for (const port of portsOf(at))
      running.set(port, await options.run({ ...usual(port), ...settings }, { tenantDir, now: sandbox.now }))
  }

  try {
    // A server that does not answer is said by the product itself, in its own words.
    const isFresh = options.play && !(await data.isThere().catch(() => true))
    await startProduct()
    if (isFresh) await options.play?.(sandbox.url)
  } catch (error) {
    await end('SIGTERM')
    await sandbox.close()
    throw error
  }
  return {
    url: sandbox.url,
    productPorts,
    sandbox,
    kill: () => end('SIGKILL'),
    stop: (at) => end('SIGTERM', at),
    startProduct,
    settings: usual(productPorts[0] ?? 0),
    close: async () => {
      await end('SIGTERM')
      await sandbox.close()
    },
  }
}
