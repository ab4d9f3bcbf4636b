import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isWeakKey } from '../config-safety.ts'
import type { Config } from '../config.ts'

/** The server cannot begin without its master key. The message says what to do. */
export class MasterKeyMissing extends Error {
  override name = 'MasterKeyMissing'
}
const restore = 'put the file back from where you keep it (docs/operations.md, Restoring).'

/**
 * The master keys that we have ourselves. The first wraps: the one that the configuration gives, or one that is
 * made once and kept in a file that only its owner may read. The others open what they wrapped before.
 * @param whether `to-make`: the database holds nothing yet that one wrapped; `elsewhere`: Azure Key Vault holds it
 * @throws MasterKeyMissing when there has to be one and is none, or the file does not hold 32 random bytes in base64
 */
export async function masterKeys(
  { given, file, previous }: Config['masterKey'],
  whether: 'to-make' | 'needed' | 'elsewhere',
): Promise<Buffer[]> {
  const read = () => readFile(file, 'utf8').catch(unless('ENOENT'))
  const kept =
    (await read()) ?? (whether === 'to-make' && !given ? await makeOnce(file).then(read) : undefined)
  if (kept !== undefined && Buffer.from(kept, 'base64').length !== 32)
    throw new MasterKeyMissing(`${file} does not hold a key: ${restore}`)
  // As an earlier key it still opens what it wrapped.
  if (kept !== undefined && !given && whether !== 'elsewhere' && isWeakKey(Buffer.from(kept, 'base64')))
    throw new MasterKeyMissing(
      `${file} holds a key that is not random: set MASTER_KEY to the output of openssl rand -base64 32, and leave the ` +
        'file until the log says that earlier master keys are needed no more.',
    )
  if (kept === undefined && !given && whether === 'needed')
    throw new MasterKeyMissing(
      `${file} is not there, and the database holds keys that it wrapped: ${restore} With another key nothing that was ` +
        'sealed could be read, so Groei makes none.',
    )
  return [given, kept, ...previous].flatMap((key) => (key ? [Buffer.from(key, 'base64')] : []))
}

/** The file is there with the whole key in it, on the disk, or not at all; of several first starts one makes it. */
async function makeOnce(file: string): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${randomUUID()}`
  try {
    await synced(unfinished, randomBytes(32).toString('base64'))
    await link(unfinished, file).catch(unless('EEXIST'))
  } finally {
    await rm(unfinished, { force: true })
  }
  await synced(folder)
}

/** On the disk when it resolves: what is sealed with a key that a power cut takes is lost for ever. */
async function synced(path: string, text?: string): Promise<void> {
  const handle = await open(path, text === undefined ? 'r' : 'wx', 0o600)
  try {
    if (text !== undefined) await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const unless = (code: string) => (error: unknown) => {
  if ((error as NodeJS.ErrnoException).code !== code) throw error
  return undefined
}
