import './node-version.js'
import { CommandRefused, counted, runCommand } from './command.ts'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, whereData } from './config.ts'
import { backUp } from './database/backup.ts'
import { BackupError, DatabaseOpenError } from './database/errors.ts'

const usage = 'npm run backup -- FILE [--overwrite]'

const whatOf = { 'groei.db': 'all data', 'keys.db': 'all keys' } as const

/** `npm run backup`: all that the embedded engine holds, also while Groei runs and people type. */
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
    for (const note of backUp(dir, target, new Date(), values.overwrite)) {
      say(`${note.path}: ${whatOf[note.of]} that ${dir} held at ${note.takenAt.toISOString()}`)
      say(`  ${counted(note.documents, 'document')} in ${counted(note.collections, 'collection')}`)
      say(
        `  ${counted(note.bytes, 'byte')}, schema ${note.schema.version}, SHA-256 of its documents ${note.digest}`,
      )
    }
    say(
      `Keep the keys in another place than the data, and the newest alone: they open all of the data that is not deleted. ` +
        `The master key is in neither. Keep ${keyFile}, or the key that you set instead, in a third place: who has all ` +
        'three reads everything, and who has lost one reads nothing.',
    )
  },
)
