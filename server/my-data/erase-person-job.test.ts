import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { standardTemplate } from '../content/library.ts'
import { openCollections } from '../collections.ts'
import { openDatabase } from '../database/open.ts'
import { ownKeyWrapping } from '../secrets/key-wrapping.ts'
import { openKeys } from '../secrets/keys.ts'
import { ownerSealing } from '../secrets/owner-sealing.ts'
import { organisation, templateDocumentId } from '../template/collection.ts'
import { erasePerson } from './erase-person-job.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-erasePerson-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('erasePerson a person', () => {
  test('organisation templates lose the name of a forgotten author, and personal templates are deleted', async () => {
    const database = await openDatabase({ uri: undefined, dir })
    const kept = await openCollections(database, [])
    const { templates, templateVersions: versions } = kept.collections
    const keys = openKeys(kept.collections, ownKeyWrapping(randomBytes(32)), () => new Date())
    await kept.sealWith(
      ownerSealing(keys, () => undefined),
      () => undefined,
    )
    const publish = async (owner: string, by: string, byName: string) => {
      const key = { tenantId: 't', owner, templateId: `of-${owner}-${by}` }
      const _id = templateDocumentId(key)
      const published = { template: standardTemplate, at: new Date(0), by, byName }
      await templates.insertOne({ _id, ...key, published, draft: null, lastVersion: 2, revision: 2 })
      await versions.insertOne({ _id: `${_id}.1`, of: _id, version: 1, ...published })
      return _id
    }
    const [gone, noors, own] = [
      await publish(organisation, 'sanne', 'Sanne'),
      await publish(organisation, 'noor', 'Noor'),
      await publish('sanne', 'sanne', 'Sanne'),
    ]
    const forget = erasePerson(kept, {
      tokens: async () => undefined,
      key: async () => undefined,
    })
    await forget.pairGone({ tenantId: 't', oid: 'sanne' }, 'the last one', true)
    const names = async (_id: string) => [
      (await templates.findOne({ _id }))?.published?.byName,
      (await versions.findOne({ of: _id, version: 1 }))?.byName,
    ]
    expect([await names(gone), await names(noors)]).toEqual([
      [undefined, undefined],
      ['Noor', 'Noor'],
    ])
    expect((await templates.findOne({ _id: gone }))?.published?.template.id).toBe('grow')
    expect([await templates.findOne({ _id: own }), await versions.findOne({ of: own, version: 1 })]).toEqual([
      null,
      null,
    ])
    await database.close()
  })
})
