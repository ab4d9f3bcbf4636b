import './not-production.js'
import { join } from 'node:path'
import { run } from '../../server/run.ts'
import { NotStarted } from './failure.ts'
import { forked } from './forked.ts'
import { playHistory } from './history.ts'
import { launch } from './launch.ts'
import { openPlayground } from './playground.ts'

/** `npm run playground`: the same bot in Microsoft 365 Agents Playground, as Milan. Data in `.data/playground`. */
await run(async () => {
  const dir = join('.data', 'playground')
  const launched = await launch({
    port: Number(process.env['PORT'] ?? 3978),
    dataDir: dir,
    run: forked(),
    play: playHistory,
    dangerouslyOpenBot: true,
  })
  const playground = await openPlayground(launched, { dir, port: 56150, user: 'milan@sandbox.example' })
  process.stdout.write(`Agents Playground: ${playground.url}\nGroei sandbox: ${launched.url}/sandbox\n`)
  return {
    close: async () => {
      await playground.close()
      await launched.close()
    },
  }
}, [NotStarted])
