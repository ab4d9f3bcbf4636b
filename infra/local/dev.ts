import './not-production.js'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
/** As it was given: to build pages sets NODE_ENV. */
const env = { ...process.env }

/** `npm run dev`: the pages are built anew and the product restarted whenever a file changes. */
let product: ChildProcess | undefined
let restarting = Promise.resolve()

/** Node restarts the product for a file of its own. The built pages it reads when it starts, and they are none of those. */
function restart(): void {
  restarting = restarting.then(async () => {
    if (product && product.exitCode === null) {
      product.kill()
      await once(product, 'exit')
    }
    const args = ['--disable-warning=ExperimentalWarning', '--watch', join(import.meta.dirname, 'start.ts')]
    product = spawn(process.execPath, args, { stdio: 'inherit', env })
  })
}

/** Builds these pages now and after each change. @returns once they are built for the first time */
async function keepBuilt(folder: string, onBuilt: () => void): Promise<void> {
  const configFile = join(root, folder, 'vite.config.ts')
  const builds = await build({ configFile, logLevel: 'warn', build: { watch: {} } })
  if (!('on' in builds)) throw new Error(`Vite does not watch ${folder}.`)
  await new Promise<void>((resolve) => {
    builds.on('event', (event) => {
      if (event.code !== 'END') return
      resolve()
      onBuilt()
    })
  })
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    product?.kill(signal)
    process.exit()
  })
}
let isReady = false
const onBuilt = () => isReady && restart()
await Promise.all([keepBuilt('client', onBuilt), keepBuilt('infra/sandbox/host', () => undefined)])
isReady = true
restart()
