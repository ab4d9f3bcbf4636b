import './node-version.js'
import { CommandRefused, counted, runCommand } from './command.ts'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, whereData } from './config.ts'
import { backUp } from './database/backup.ts'
import { BackupError, DatabaseOpenError } from './database/errors.ts'

const usage = 'npm run backup -- FILE [--overwrite]'

/** `npm run backup`: one file with all that the embedded engine holds, also while Groei runs and people type. */
await runCommand(
  usage,
  { allowPositionals: true, options: { overwrite: { type: 'boolean', default: false } } },
  [ConfigError, BackupError, DatabaseOpenError],
  async ({ positionals: [target, ...more], values }, say) => {
    if (!target || more.length > 0) throw new CommandRefused(usage)
    const { uri, dir, keyFile } = whereData(withSecretFiles(process.env))
    if (uri)
      throw new CommandRefused(
        'MONGODB_URI is set: back that server up by its own means (docs/operations.md, Backups).',
      )
    const note = backUp(dir, target, new Date(), values.overwrite)
    say(`${target}: all that ${dir} held at ${note.takenAt.toISOString()}`)
    say(`  ${counted(note.documents, 'document')} in ${counted(note.collections, 'collection')}`)
    say(
      `  ${counted(note.bytes, 'byte')}, schema ${note.schema.version}, SHA-256 of its documents ${note.digest}`,
    )
    say(
      `The master key is not in it. Keep ${keyFile}, or the key that you set instead, in another place: without it what ` +
        'is sealed in a backup stays closed, and with it and the backup anybody reads everything.',
    )
  },
)
