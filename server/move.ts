import './node-version.js'
import { readFileSync } from 'node:fs'
import { specs } from './collections.ts'
import { CommandRefused, counted, runCommand } from './command.ts'
import { ConfigError, whereData } from './config.ts'
import type { Document } from './database/collection.ts'
import { DatabaseOpenError, MoveError } from './database/errors.ts'
import { move } from './database/move.ts'
import { serverSpec } from './database/schema.ts'
import { known } from './migrations.ts'
import type { SealedSpec } from './sealing/declaration.ts'
import { storedSpec } from './sealing/stored-spec.ts'

const usage =
  'npm run move -- --to URI, or --to-file FILE that holds it: as MONGODB_URI, mongodb://… or mongodb+srv://…'

/** `npm run move`: all that the embedded engine holds goes into a MongoDB database, while Groei does not run. */
await runCommand(
  usage,
  { options: { to: { type: 'string' }, 'to-file': { type: 'string' } } },
  [ConfigError, MoveError, DatabaseOpenError],
  async ({ values: { to, 'to-file': file } }, say) => {
    if ((to === undefined) === (file === undefined)) throw new CommandRefused(usage)
    const uri = (file === undefined ? to : contentOf(file))?.trim() ?? ''
    if (!/^mongodb(\+srv)?:\/\//.test(uri)) throw new CommandRefused(usage)
    const { dir, keyFile } = whereData(process.env)
    const done = await move(dir, uri, {
      specs: [...Object.values(specs as Record<string, SealedSpec<Document>>).map(storedSpec), serverSpec],
      known,
      now: () => new Date(),
      onCollection: (name, documents) => say(`  ${name}: ${counted(documents, 'document')}`),
    })
    say(
      `${counted(done.documents, 'document')}, each the same on both sides; SHA-256 of all of them ${done.digest}` +
        (done.earlier ? `. They were moved on ${done.earlier.toISOString()}.` : ''),
    )
    say(
      `Set MONGODB_URI to that database, and start Groei. The master key stays: ${keyFile}, or the key that you set instead.`,
    )
    say(
      `The data in ${dir} is as it was. Start nothing on it any more, and delete it when you need it no more.`,
    )
  },
)

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CommandRefused(`${file} cannot be read.`)
  }
}
