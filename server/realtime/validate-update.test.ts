import { Document, type Connection } from '@hocuspocus/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { readUpdate } from './read-update.ts'
import { applyUpdate, isKnown } from './validate-update.ts'

let document: Document
beforeEach(() => {
  document = new Document('c')
  const first = new Y.Doc()
  first.clientID = 1
  first.getText('step:goal').insert(0, 'abc')
  Y.applyUpdate(document, Y.encodeStateAsUpdate(first))
})
afterEach(() => document.destroy())

const text = () => document.getText('step:goal').toString()
function put(update: Uint8Array, fits = true) {
  const read = readUpdate(update)
  return read
    ? applyUpdate(update, read, document, { fits: () => fits }, { context: {} } as Connection)
    : 'unreadable'
}
/** A page with what the document holds, and each update that it makes. */
function page() {
  const own = new Y.Doc()
  own.clientID = 2
  Y.applyUpdate(own, Y.encodeStateAsUpdate(document))
  const updates: Uint8Array[] = []
  own.on('update', (update: Uint8Array) => updates.push(update))
  return { own, note: own.getText('step:goal'), updates }
}

describe('applying an update to live notes', () => {
  test('an update with typed text is applied once', () => {
    const { note, updates } = page()
    note.insert(1, 'x')
    const changed = vi.fn()
    document.on('update', changed)
    expect([put(updates[0]!), text()]).toEqual(['applied', 'axbc'])
    Y.applyUpdate(document, updates[0]!)
    expect(changed).toHaveBeenCalledTimes(1)
  })

  test('a full document accepts only deletions', () => {
    const { note, updates } = page()
    note.insert(1, 'x')
    note.delete(2, 1)
    expect([put(updates[0]!, false), text()]).toEqual(['full', 'abc'])
    expect([put(updates[1]!, false), text()]).toEqual(['applied', 'ac'])
  })

  test('an update that builds on a missing one is refused, and is applied when it comes complete', () => {
    const { own, note, updates } = page()
    note.insert(1, 'x')
    note.insert(2, 'y')
    note.delete(2, 1)
    expect([put(updates[1]!), put(updates[2]!)]).toEqual(['refused', 'refused'])
    expect([document.store.pendingStructs, document.store.pendingDs]).toEqual([null, null])
    const lacking = Y.encodeStateAsUpdate(own, Y.encodeStateVector(document))
    expect([put(lacking), text()]).toEqual(['applied', 'axbc'])
  })

  test.each([
    ['cut short', [1, 1, 2, 0, 196]],
    ['with a number of structs that are not there', [0, 1, 2, 1, 196, 1, 0, 1, 1, 1, 120, 0]],
    ['that stands on itself', [1, 1, 2, 0, 196, 2, 0, 1, 1, 1, 120, 0]],
    ['that stands beside what it cannot', [1, 1, 1, 0, 196, 1, 0, 1, 4, 1, 120, 0]],
  ])('an update %s is unreadable, changes nothing and blocks no later update', (_what, bytes) => {
    expect(put(new Uint8Array(bytes))).toBe('unreadable')
    const { note, updates } = page()
    note.insert(0, 'verder ')
    expect([put(updates[0]!), text()]).toEqual(['applied', 'verder abc'])
  })
})

describe('comparing an update with live notes', () => {
  test('a reader’s update without anything new is told apart from one with a change', () => {
    const { own, note } = page()
    const sync = () => Y.encodeStateAsUpdate(own, Y.encodeStateVector(document))
    expect(isKnown(sync(), document)).toBe(true)
    note.insert(0, 'x')
    expect(isKnown(sync(), document)).toBe(false)
  })
})
