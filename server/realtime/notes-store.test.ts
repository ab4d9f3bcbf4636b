import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { stepText } from '../contract/live.ts'
import {
  conversationSpec,
  notesSpec,
  type ConversationDocument,
  type NotesDocument,
} from '../conversation/collection.ts'
import type { Collection, Database } from '../database/collection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { shippedVersion } from '../content/library.ts'
import { pairSpec } from '../pair/collection.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { openNotes } from './notes-store.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-notes-'))
let database: Database
let conversations: Collection<ConversationDocument>
let stored: Collection<NotesDocument>
beforeEach(async () => {
  database = await openEmbedded(dir)
  conversations = await database.collection(conversationSpec)
  const pairs = await database.collection(pairSpec)
  stored = activeOnly(pairs, await database.collection(notesSpec))
  await pairs.insertOne({ _id: 'p', tenantId: 't', key: 'k' } as never)
  await conversations.insertOne({
    _id: 'c',
    pairId: 'p',
    iCalUId: 'i',
    meeting: { start: new Date(0) },
    notes: { texts: {} },
  } as unknown as ConversationDocument)
})
afterEach(async () => {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

const opened = async () => {
  const document = new Y.Doc()
  const notes = (await openNotes(
    {
      conversations,
      notes: stored,
      templateOf: async () => shippedVersion('grow', 1),
      items: {
        liveIn: async () => [],
        project: async () => ({ agreed: null, back: null, refused: null, isNews: false }),
        onNews: () => undefined,
        onPutBack: () => undefined,
      },
    },
    'c',
    document,
  ))!
  return { notes, goal: document.getText(stepText('goal')) }
}
const texts = async () => (await conversations.findOne({ _id: 'c' }))?.notes.texts

describe('storing live notes', () => {
  test('text typed before the pair ends is stored, and later text is neither stored nor reported as stored', async () => {
    const { notes, goal } = await opened()
    goal.insert(0, 'Voor')
    await notes.save()
    await stored.updateMany({ pairId: 'p' }, { $set: { pairEnded: true } })
    goal.insert(0, 'Na')
    let told = false
    void notes.whenStored().then(() => (told = true))
    await notes.save()
    expect([notes.isStored(), notes.isRefused(), told]).toEqual([false, true, false])
    expect(await texts()).toEqual({ goal: 'Voor' })
    expect(String((await opened()).goal)).toBe('Voor')
  })

  test('the changes of two servers that store at the same time are both kept', async () => {
    const [one, other] = [await opened(), await opened()]
    one.goal.insert(0, 'Een')
    other.goal.insert(0, 'Twee')
    await Promise.all([one.notes.save(), other.notes.save()])
    expect([one.notes.isRefused(), other.notes.isRefused()]).toEqual([false, false])
    expect((await texts())!['goal']).toMatch(/EenTwee|TweeEen/)
  })

  test('an update is reported as stored only after the updates that it builds on are stored too', async () => {
    const { notes, goal } = await opened()
    const elsewhere = new Y.Doc()
    const updates: Uint8Array[] = []
    elsewhere.on('update', (update: Uint8Array) => updates.push(update))
    const text = elsewhere.getText(stepText('goal'))
    text.insert(0, 'eerst ')
    text.insert(6, 'later')
    let told = false
    Y.applyUpdate(goal.doc!, updates[1]!)
    void notes.whenStored().then(() => (told = true))
    await notes.save()
    expect(told).toBe(false)
    Y.applyUpdate(goal.doc!, updates[0]!)
    await notes.save()
    expect([told, (await texts())!['goal']]).toEqual([true, 'eerst later'])
  })
})
