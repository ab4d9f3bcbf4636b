import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { start as startSandbox, type Sandbox, type Seed } from '../sandbox/start.ts'
import { playHistory } from './history.ts'

export type Launched = {
  url: string
  /** Where the product itself listens, without the sandbox before it. */
  productPort: number
  sandbox: Sandbox
  /** Kills the product as a power cut does. */
  kill(): Promise<void>
  /** Stops the product as an operator does. */
  stop(): Promise<void>
  /** @param settings environment variables over the usual ones, for this start */
  startProduct(settings?: Record<string, string>): Promise<void>
  close(): Promise<void>
}

/**
 * The product in the sandbox tenant, on one address. Their data stand side by side in `dataDir`.
 * @throws Error when the product does not start; it has said why on standard error
 */
export async function launch(options: {
  port: number
  dataDir: string
  /** Give one pair a past, by playing last week's conversation through the API. */
  history: boolean
  logLevel?: string
  /** Told all that the product writes to its output, instead of ours. */
  onOutput?: (text: string) => void
  mongodbUri?: string
  /** Who is in the tenant, and their calendars, when not the sandbox's own. */
  seed?: Seed
  /** Takes the bot's messages from anybody: for Agents Playground, which sends no token. */
  dangerouslyOpenBot?: boolean
  /** Environment variables of the product over the usual ones, by the sandbox's address. */
  settings?: (sandboxUrl: string) => Record<string, string>
}): Promise<Launched> {
  const tenantDir = join(options.dataDir, 'tenant')
  const productDir = join(options.dataDir, 'product')
  const productPort = await freePort()
  let child: ChildProcess | null = null

  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill(signal)
    await exited
  }

  const sandbox = await startSandbox({
    port: options.port,
    ...(options.seed ? { seed: options.seed } : {}),
    dataDir: tenantDir,
    upstream: `http://127.0.0.1:${productPort}`,
    onReset: async () => {
      await end('SIGTERM')
      rmSync(productDir, { recursive: true, force: true })
      await startProduct()
      if (options.history) await playHistory(sandbox.url)
    },
  })

  async function startProduct(settings = options.settings?.(sandbox.url) ?? {}): Promise<void> {
    const started = fork(join(import.meta.dirname, 'product.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      silent: options.onOutput !== undefined,
      env: {
        PATH: process.env['PATH'],
        HOST: '127.0.0.1',
        PORT: String(productPort),
        LOG_LEVEL: options.logLevel ?? 'warn',
        CLIENT_ID: sandbox.app.clientId,
        CLIENT_SECRET: sandbox.app.clientSecret,
        TENANT_IDS: sandbox.tenantId,
        DATA_DIR: productDir,
        MONGODB_URI: options.mongodbUri,
        CLOUD_LOGIN: `${sandbox.url}/sandbox/entra`,
        CLOUD_GRAPH: `${sandbox.url}/sandbox/graph/v1.0`,
        BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: options.dangerouslyOpenBot ? 'true' : 'false',
        TEAMS_APP_ID: sandbox.app.teamsAppId,
        CLOUD_BOT_METADATA: `${sandbox.url}/sandbox/connector/v1/.well-known/openidconfiguration`,
        CLOUD_BOT_ISSUER: `${sandbox.url}/sandbox/connector`,
        CLOUD_OFFICE_JS: `${sandbox.url}/sandbox/host/office-stand-in.ts`,
        CLOUD_HOSTS: "'self'",
        PUBLIC_URL: sandbox.url,
        SANDBOX_DIR: tenantDir,
        ...settings,
      },
    })
    child = started
    for (const stream of [started.stdout, started.stderr])
      stream?.on('data', (chunk: Buffer) => options.onOutput?.(chunk.toString()))
    const ready = await Promise.race([
      once(started, 'message').then(() => true),
      once(started, 'exit').then(() => false),
    ])
    if (!ready) throw new Error('Groei did not start.')
  }

  const fresh = !existsSync(productDir)
  try {
    await startProduct()
    if (fresh && options.history) await playHistory(sandbox.url)
  } catch (error) {
    await end('SIGTERM')
    await sandbox.close()
    throw error
  }
  return {
    url: sandbox.url,
    productPort,
    sandbox,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    startProduct,
    close: async () => {
      await end('SIGTERM')
      await sandbox.close()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
