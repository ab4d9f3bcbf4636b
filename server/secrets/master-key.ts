import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The master keys that we have ourselves. The first wraps: the one that the configuration gives, or one that is
 * made once and kept in a file that only its owner may read. The others open what they wrapped before.
 * @param make whether there has to be one: not where Azure Key Vault holds it
 * @throws Error when the file does not hold 32 bytes in base64
 */
export async function masterKeys(
  { given, previous, make }: { given: string | undefined; previous: string[]; make: boolean },
  dir: string,
): Promise<Buffer[]> {
  const path = join(dir, 'master.key')
  if (make && !given) {
    await mkdir(dir, { recursive: true })
    // `wx`: of two first starts only one makes the key.
    await writeFile(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' }).catch(
      only('EEXIST'),
    )
  }
  const kept = await readFile(path, 'utf8').catch(only('ENOENT'))
  const keys = [given, kept, ...previous].flatMap((key) => (key ? [Buffer.from(key, 'base64')] : []))
  if (kept !== undefined && Buffer.from(kept, 'base64').length !== 32)
    throw new Error(`${path} does not hold a key: restore it from a backup.`)
  return keys
}

const only = (code: string) => (error: unknown) => {
  if ((error as NodeJS.ErrnoException).code !== code) throw error
  return undefined
}
