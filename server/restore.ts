import './node-version.js'
import { CommandRefused, counted, runCommand } from './command.ts'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, whereData } from './config.ts'
import { BackupError, DatabaseOpenError } from './database/errors.ts'
import { restore } from './database/restore.ts'
import { known } from './migrations.ts'

const usage = 'npm run restore -- FILE'

/** `npm run restore`: puts a backup in the place of what the embedded engine holds, while Groei does not run. */
await runCommand(
  usage,
  { allowPositionals: true },
  [ConfigError, BackupError, DatabaseOpenError],
  async ({ positionals: [backup, ...more] }, say) => {
    if (!backup || more.length > 0) throw new CommandRefused(usage)
    const { uri, dir, keyFile } = whereData(withSecretFiles(process.env))
    if (uri)
      throw new CommandRefused(
        'MONGODB_URI is set: restore that server by its own means (docs/operations.md, Restoring).',
      )
    const { note, former } = restore(dir, backup, { now: new Date(), known })
    say(`${dir} holds what it held at ${note.takenAt.toISOString()}: ${counted(note.documents, 'document')}.`)
    if (former)
      say(
        `The former data is kept as ${former}. Delete it when you need it no more: it holds what people wrote.`,
      )
    say(
      `The master key is not restored: ${keyFile}, or the key that you set instead, must be the one of that time. Who ` +
        'deleted their data since has to do so again.',
    )
  },
)
