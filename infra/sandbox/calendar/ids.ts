import { createHash } from 'node:crypto'
import type { Person } from '../model.ts'

const digest = (text: string, length: number) =>
  createHash('sha256').update(text).digest().subarray(0, length)

/** Default ids and immutable ones differ from each other, as do the ids that two mailboxes give one event. */
const prefixes = { default: 'AAMkADc0', immutable: 'AAkALgAA' } as const

export function eventId(person: Person, key: string, immutable: boolean): string {
  const prefix = immutable ? prefixes.immutable : prefixes.default
  const bytes = Buffer.concat([digest(`${person.oid} ${key} ${prefix}`, 24), Buffer.from(key)])
  return `${prefix}${bytes.toString('base64url')}=`
}

/** The key that an id stands for in this mailbox; null for another mailbox's id, or one with a letter's case changed. */
export function keyOfId(person: Person, id: string): string | null {
  const key = Buffer.from(id.slice(prefixes.default.length), 'base64url').subarray(24).toString()
  return [true, false].some((immutable) => eventId(person, key, immutable) === id) ? key : null
}

/**
 * Shared by all mailboxes, different for each occurrence, whose day stands in it (docs/platform-facts.md, Events and their
 * ids; [MS-OXOCAL], PidLidGlobalObjectId).
 */
export function iCalUIdOf(key: string): string {
  const [year = 0, month = 0, date = 0] = /#(\d{4})-(\d\d)-(\d\d)$/.exec(key)?.slice(1).map(Number) ?? []
  const day = Buffer.from([year >> 8, year & 255, month, date])
  const id = Buffer.concat([day, digest(key, 20)])
  return `040000008200E00074C5B7101A82E008${id.toString('hex').toUpperCase()}`
}

export function changeKeyOf(person: Person, key: string, version: number): string {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(version)
  return Buffer.concat([digest(`${person.oid} ${key}`, 14), count]).toString('base64')
}
