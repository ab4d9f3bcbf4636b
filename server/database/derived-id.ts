import { createHmac, randomBytes } from 'node:crypto'
import type { CollectionSpec, Database } from './collection.ts'
import { isInserted } from './errors.ts'

/**
 * The `_id` of what there may be one of, out of what makes it one: two who make it at once make the same `_id`, and the
 * second is refused as a duplicate. A unique index would do so too, but on DocumentDB two inserts of one key deadlock in it,
 * and each insert costs more the more documents there are.
 */
export type DeriveId = (kind: string, ...key: string[]) => string

type InstallationDocument = { _id: string; key: string }
const installationSpec: CollectionSpec<InstallationDocument> = {
  name: 'installation',
  scope: { of: 'other' },
  indexes: [],
}

const _id = 'derived ids'

/** Was a server ever started on this database? */
export const isUsed = async (database: Database): Promise<boolean> =>
  (await (await database.collection(installationSpec)).findOne({ _id })) !== null

/**
 * The key of this installation, made at its first start. An id goes into links and logs: without the key nobody tells
 * from it whose addresses it was derived from.
 */
export async function openDerivedIds(
  database: Database,
  random: (bytes: number) => Buffer = randomBytes,
): Promise<DeriveId> {
  const installation = await database.collection(installationSpec)
  const made = { _id, key: random(32).toString('base64') }
  const read = () => installation.findOne({ _id })
  const found = (await read()) ?? ((await isInserted(installation.insertOne(made))) ? made : await read())
  if (!found) throw new Error('The key of derived ids is gone.')
  return derivedIds(Buffer.from(found.key, 'base64'))
}

/** UUIDs of version 8 (RFC 9562, section 5.8), which leaves the bits to us. */
export const derivedIds =
  (key: Buffer): DeriveId =>
  (...parts) => {
    // JSON keeps apart what joined by any sign could be read in two ways.
    const bytes = createHmac('sha256', key).update(JSON.stringify(parts)).digest().subarray(0, 16)
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
