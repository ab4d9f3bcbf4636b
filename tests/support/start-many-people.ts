import '../../infra/local/not-production.js'
import { join } from 'node:path'
import { NotStarted } from '../../infra/local/failure.ts'
import { forked } from '../../infra/local/forked.ts'
import { launch } from '../../infra/local/launch.ts'
import { withManyPeople } from '../../infra/sandbox/seed/many-people.ts'
import { openDatabase } from '../../server/database/open.ts'
import { run } from '../../server/run.ts'
import { fillManyPeople } from './many-people.ts'
import { opened } from './opened-database.ts'

/** `npm run many-people`: the sandbox with coaches of 5, 12 and 60 people, who have a past. Data in `.data/many-people`. */
await run(async () => {
  const dataDir = join('.data', 'many-people')
  const launched = await launch({
    port: Number(process.env['PORT'] ?? 3978),
    dataDir,
    run: forked(),
    seed: withManyPeople,
  })
  await launched.stop()
  const database = await openDatabase({ uri: undefined, dir: join(dataDir, 'product') })
  await fillManyPeople(opened(database, launched.settings), ['esther', 'carla', 'dirk'], (_coach, at) =>
    at === 0 ? 100 : 10,
  )
  await database.close()
  await launched.startProduct()
  process.stdout.write(`Groei sandbox: ${launched.url}/sandbox?a=dirk@sandbox.example&place=personal\n`)
  return launched
}, [NotStarted])
