import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from '../database/embedded.ts'
import { masterKey } from './master-key.ts'
import { seal, unseal } from './seal.ts'
import { tokenVault } from './token-vault.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-secrets-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('what is sealed opens with the same key and context only, and never looks the same', () => {
  const key = randomBytes(32)
  const sealed = seal(key, 'geheim 🌱', 'person')
  expect(unseal(key, sealed, 'person')).toBe('geheim 🌱')
  expect(seal(key, 'geheim 🌱', 'person')).not.toBe(sealed)
  expect(() => unseal(key, sealed, 'another')).toThrow()
  expect(() => unseal(randomBytes(32), sealed, 'person')).toThrow()
  const bytes = Buffer.from(sealed, 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  expect(() => unseal(key, bytes.toString('base64'), 'person')).toThrow()
})

test('the master key is made once, for its owner alone, also when two start at once', async () => {
  const [one, two] = await Promise.all([masterKey(undefined, dir), masterKey(undefined, dir)])
  expect(one.equals(two)).toBe(true)
  expect(statSync(join(dir, 'master.key')).mode & 0o777).toBe(0o600)
})

test('a token cache is not to be read in the database', async () => {
  const data = join(dir, 'data')
  const database = await openEmbedded(data)
  const vault = await tokenVault(database, randomBytes(32))
  const person = { tenantId: 't', oid: 'o' }
  await vault.save(person, 'refresh-token-of-sanne')
  expect(await vault.load(person)).toBe('refresh-token-of-sanne')
  expect(await vault.load({ tenantId: 't', oid: 'other' })).toBeNull()
  await database.close()
  expect(readFileSync(join(data, 'groei.db')).includes('refresh-token-of-sanne')).toBe(false)
})
