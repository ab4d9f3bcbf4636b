import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keysInMemory } from '../../tests/support/keys-in-memory.ts'
import type { Database } from '../database/collection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { reviewSpec, type ReviewDocument } from '../review/collection.ts'
import { reviewData } from '../review/data.ts'
import { sealedCollection } from '../sealing/sealed-collection.ts'
import { storedSpec } from '../sealing/stored-spec.ts'
import { conversationSpec, type ConversationDocument } from './collection.ts'
import { conversationData } from './data.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-unopened-'))
const start = new Date('2026-11-24T09:00:00Z')
const end = new Date('2026-11-24T09:30:00Z')

describe('lists that show no words', () => {
  let database: Database
  const keys = keysInMemory()
  let opened = 0
  const sealing = {
    ...keys.sealing,
    open: (...asked: Parameters<typeof keys.sealing.open>) => {
      opened += 1
      return keys.sealing.open(...asked)
    },
  }
  beforeAll(async () => {
    database = await openEmbedded(dir)
  })
  afterAll(async () => {
    await database.close()
    rmSync(dir, { recursive: true, force: true })
  })

  test('the conversations of pairs are listed by when they are and how far the two are, without opening any', async () => {
    const spec = conversationSpec
    const conversations = sealedCollection(await database.collection(storedSpec(spec)), spec, sealing)
    const document: ConversationDocument = {
      _id: 'c',
      tenantId: 't',
      pairId: 'p',
      iCalUId: 'i',
      meeting: { subject: 'Bijpraten', start, end, organiser: 'a@x.example' },
      template: { id: 'grow', version: 1 },
      state: 'open',
      notes: { texts: { goal: 'Minder avonden' }, revision: 1 },
      written: true,
      preparation: { coach: { topics: ['Rust'], note: '', shared: true, revision: 1, at: start } },
      publication: null,
      createdAt: start,
      finishedAt: null,
    }
    await conversations.insertOne(document)
    const { ofPairs, allOfPair, latestOf, lastBefore, recent } = conversationData(conversations)
    const seen = { _id: 'c', iCalUId: 'i', state: 'open', written: true, meeting: { start, end } }
    opened = 0
    const lists = [await ofPairs(['p'], start, end), await allOfPair('p')]
    for (const list of lists)
      expect(list).toMatchObject([{ ...seen, preparation: { coach: { shared: true } } }])
    expect([await latestOf('p'), await lastBefore('p', end)]).toMatchObject([seen, seen])
    expect(opened).toBe(0)
    expect(await recent('p')).toMatchObject([{ preparation: { coach: { topics: ['Rust'] } } }])
    expect(opened).toBeGreaterThan(0)
  })

  test('review packs are listed by their period and when they were frozen, without opening any', async () => {
    const reviews = sealedCollection(await database.collection(storedSpec(reviewSpec)), reviewSpec, sealing)
    const document = {
      _id: 'r',
      tenantId: 't',
      pairId: 'p',
      from: '2026-01-01',
      to: '2026-06-30',
      timeZone: 'Europe/Amsterdam',
      choices: { coach: {}, employee: {} },
      texts: { coach: { text: 'Een goed halfjaar', revision: 1, at: start } },
      ready: {},
      frozen: { pack: { items: [] }, fingerprint: 'f', at: end },
      revision: 1,
      createdAt: start,
    } as unknown as ReviewDocument
    await reviews.insertOne(document)
    opened = 0
    expect(await reviewData(reviews).listed('p')).toMatchObject([
      { from: '2026-01-01', to: '2026-06-30', frozen: { at: end } },
    ])
    expect(opened).toBe(0)
  })
})
