import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseEnv } from 'node:util'
import { withValues } from './env-file.ts'

/** Things that were begun, written before they are done: after a kill the next run knows what is its own. */
export type Journal = {
  tenantId: string
  /** The object id of the application, from when it is known. */
  application?: string
  /** The name of a secret that is being made, until its text is in its file. */
  secret?: string
  /** The app was not in the catalogue before this command put it there. */
  catalog?: 'ours'
}

/** On disk as a whole or not at all. */
function write(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, text, { mode })
  chmodSync(`${path}.new`, mode)
  renameSync(`${path}.new`, path)
}
const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null)

export type Files = ReturnType<typeof filesIn>

/**
 * The files that the command reads and writes.
 * @param folder where the server's settings are: infra/compose
 * @param packageFile the variables of the package: manifest/env/NAME.env
 */
export function filesIn(folder: string, packageFile: string) {
  const settings = join(folder, '.env')
  const secret = join(folder, 'secrets', 'client_secret')
  const journal = join(folder, 'tenant.json')
  const set = (path: string, example: string, values: Record<string, string>) =>
    write(path, withValues(read(path) ?? read(example) ?? '', values), 0o644)
  return {
    paths: { settings, secret, journal, package: packageFile },
    settings: (): Record<string, string | undefined> => parseEnv(read(settings) ?? ''),
    setSettings: (values: Record<string, string>) => set(settings, join(folder, '.env.example'), values),
    package: (): Record<string, string | undefined> => parseEnv(read(packageFile) ?? ''),
    setPackage: (values: Record<string, string>) => set(packageFile, '', values),
    secret: () => read(secret)?.trim() ?? null,
    setSecret(text: string): void {
      mkdirSync(dirname(secret), { recursive: true, mode: 0o700 })
      chmodSync(dirname(secret), 0o700)
      write(secret, `${text}\n`, 0o600)
    },
    removeSecret: () => rmSync(secret, { force: true }),
    journal: (): Journal | null => {
      const text = read(journal)
      return text ? (JSON.parse(text) as Journal) : null
    },
    setJournal: (next: Journal) => write(journal, `${JSON.stringify(next, null, 2)}\n`, 0o644),
    removeJournal: () => rmSync(journal, { force: true }),
  }
}
