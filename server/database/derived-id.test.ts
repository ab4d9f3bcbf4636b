import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../tests/support/database-uri.ts'
import { derivedIds, openDerivedIds } from './derived-id.ts'
import { openDatabase } from './open.ts'

const derive = derivedIds(Buffer.alloc(32, 1))

describe('an id derived from a key', () => {
  test('is the same for the same parts, and a UUID of version 8', () => {
    expect(derive('pair', 't', 'a|b')).toBe(derive('pair', 't', 'a|b'))
    expect(derive('pair', 't', 'a|b')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  test('is another one for another kind, other parts, and parts that are divided otherwise', () => {
    const ids = [
      derive('pair', 't', 'a|b'),
      derive('review', 't', 'a|b'),
      derive('pair', 't', 'a|c'),
      derive('pair', 't', 'a', 'b'),
      derive('pair', 'ta', 'b'),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is another one under another key: without it nobody finds whose addresses it came from', () => {
    expect(derivedIds(Buffer.alloc(32, 2))('pair', 't', 'a|b')).not.toBe(derive('pair', 't', 'a|b'))
  })

  test('is the same on all servers of one database, also when twenty start on a new one at once, and after a restart', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'groei-derived-'))
    const uri = ownDatabase()
    let database = await openDatabase({ uri, dir })
    const servers = await Promise.all(Array.from({ length: 20 }, () => openDerivedIds(database)))
    const ids = servers.map((one) => one('pair', 'x'))
    await database.close()
    database = await openDatabase({ uri, dir })
    ids.push((await openDerivedIds(database))('pair', 'x'))
    await database.close()
    rmSync(dir, { recursive: true, force: true })
    expect(new Set(ids).size).toBe(1)
  })
})
