import './node-version.js'
import { existsSync } from 'node:fs'
import { CommandRefused, counted, runCommand } from './command.ts'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, whereData } from './config.ts'
import { BackupError, DatabaseOpenError } from './database/errors.ts'
import { pathIn } from './database/sqlite-file.ts'
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
    const at = note.takenAt.toISOString()
    if (note.of === 'keys.db') say(`${dir} holds the keys of ${at}: ${counted(note.documents, 'document')}.`)
    else say(`${dir} holds what it held at ${at}: ${counted(note.documents, 'document')}.`)
    if (former) say(`The former file is kept as ${former}. Delete it when you need it no more.`)
    say(
      note.of === 'keys.db'
        ? `Whose key was deleted since then has it again: delete their data once more. The master key is not restored: ${keyFile}, or the key that you set instead, must be the one of that time.`
        : !existsSync(pathIn(dir, 'keys.db'))
          ? `There are no keys here: restore ${backup}.keys too, or nothing that is sealed can be read.`
          : 'The keys stayed. What somebody deleted since then stays unreadable, and is deleted by whoever asks for it again.',
    )
  },
)
