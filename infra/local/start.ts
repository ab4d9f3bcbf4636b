import './not-production.js'
import { enableCompileCache } from 'node:module'
import { run } from '../../server/run.ts'
import { NotStarted } from './failure.ts'

/** `npm start`: the product in its sandbox tenant, with its data in `.data/`. */
await run(async () => {
  // Before the modules that it is for.
  enableCompileCache()
  const [{ launch }, { forked }, { playThisWeek }] = await Promise.all([
    import('./launch.ts'),
    import('./forked.ts'),
    import('./this-week.ts'),
  ])
  const launched = await launch({
    port: Number(process.env['PORT'] ?? 3978),
    dataDir: '.data',
    run: forked(),
    play: playThisWeek,
    ...(process.env['MONGODB_URI'] ? { mongodbUri: process.env['MONGODB_URI'] } : {}),
    ...(process.env['LOG_LEVEL'] ? { logLevel: process.env['LOG_LEVEL'] } : {}),
  })
  process.stdout.write(`Groei sandbox: ${launched.url}/sandbox\n`)
  return launched
}, [NotStarted])
