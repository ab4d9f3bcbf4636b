import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openCollections } from '../collections.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { openDatabase } from '../database/open.ts'
import { markEnded } from './mark-ended-job.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-mark-ended-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('a document that is made behind the back of the mark, while another still bears none, is marked too', async () => {
  const database = await openDatabase({ uri: undefined, dir })
  const conversations = await database.collection(conversationSpec)
  const make = (_id: string) => conversations.insertOne({ _id, tenantId: 't', pairId: 'p' } as never)
  await make('there')
  let isMade = false
  const kept = await openCollections(
    {
      ...database,
      async collection(spec: Parameters<typeof database.collection>[0]) {
        const collection = await database.collection(spec)
        return {
          ...collection,
          // MongoDB goes through an index: what comes in behind where it is stays as it was.
          async updateMany(filter: never, update: never) {
            const done = await collection.updateMany(filter, update)
            if (spec.name === conversationSpec.name && !isMade) {
              isMade = true
              await make('behind')
            }
            return done
          },
        }
      },
    } as typeof database,
    [],
  )
  await markEnded(kept).close('p')
  const found = await conversations.find({ pairId: 'p' }).toArray()
  expect(found.map(({ _id, pairEnded }) => `${_id} ${pairEnded}`).sort()).toEqual([
    'behind true',
    'there true',
  ])
  await database.close()
})
