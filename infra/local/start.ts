import { run } from '../../server/run.ts'
import { launch } from './launch.ts'

/** `npm start`: the product in its sandbox tenant, with its data in `.data/`. */
await run(async () => {
  const launched = await launch({
    port: Number(process.env['PORT'] ?? 3978),
    dataDir: '.data',
    history: true,
    ...(process.env['LOG_LEVEL'] ? { logLevel: process.env['LOG_LEVEL'] } : {}),
  })
  process.stdout.write(`Groei sandbox: ${launched.url}/sandbox\n`)
  return launched
}, [])
