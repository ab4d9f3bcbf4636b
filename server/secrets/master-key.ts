import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The key that wraps all others: given by configuration, or made once and kept in a file that only its owner
 * may read.
 * @throws Error when the file does not hold 32 bytes in base64
 */
export async function masterKey(given: string | undefined, dir: string): Promise<Buffer> {
  if (given) return Buffer.from(given, 'base64')
  const path = join(dir, 'master.key')
  await mkdir(dir, { recursive: true })
  try {
    // `wx`: of two first starts only one makes the key.
    await writeFile(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(await readFile(path, 'utf8'), 'base64')
  if (key.length !== 32) throw new Error(`${path} does not hold a key: restore it from a backup.`)
  return key
}
