import { Document, type Connection } from '@hocuspocus/server'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readUpdate } from './read-update.ts'
import { applyUpdate } from './validate-update.ts'

const id = '0b7a5e00-0000-4000-8000-000000000001'
const [map, what] = [`commitment:${id}`, `commitment:${id}:what`]
const connection = { context: { person: { role: 'employee' } } } as unknown as Connection

/** A document with one commitment, and a page that has it too. */
function both() {
  const document = new Document('c')
  document.getText(what).insert(0, 'Bellen')
  document.getMap(map).set('due', '2026-06-08 coach')
  const page = new Y.Doc()
  page.clientID = 2
  Y.applyUpdate(page, Y.encodeStateAsUpdate(document))
  const bring = () => {
    const update = Y.encodeStateAsUpdate(page, Y.encodeStateVector(document))
    return applyUpdate(update, readUpdate(update)!, document, { fits: () => true }, connection)
  }
  return { document, page, bring }
}

describe('where text and choices stand', () => {
  test('a choice that names only the one before it is taken', () => {
    const { document, page, bring } = both()
    page.getMap(map).set('due', '2026-06-09 employee')
    expect([bring(), document.getMap(map).get('due')]).toEqual(['applied', '2026-06-09 employee'])
  })

  test('a choice that says that the other made it is put under the name of who brought it', () => {
    const { document, page, bring } = both()
    page.getMap(map).set('due', '2026-06-09 coach')
    expect([bring(), document.getMap(map).get('due')]).toEqual(['applied', '2026-06-09 employee'])
  })

  test('what the other chose before keeps their name', () => {
    const { document, page, bring } = both()
    page.getText(what).insert(0, 'Terug')
    expect([bring(), document.getMap(map).get('due')]).toEqual(['applied', '2026-06-08 coach'])
  })

  test('text beside a choice, and a choice beside text, are refused', () => {
    const { document, page, bring } = both()
    const choices = page.getMap(map)
    page.transact((transaction) => {
      const left = choices._map.get('due')!
      const next = Y.createID(2, Y.getState(page.store, 2))
      const letter = new Y.ContentString('x')
      new Y.Item(next, left, left.lastId, null, null, choices, 'due', letter).integrate(transaction, 0)
    })
    expect(bring()).toBe('refused')
    const other = both()
    const text = other.page.getText(what)
    other.page.transact((transaction) => {
      const next = Y.createID(2, Y.getState(other.page.store, 2))
      const any = new Y.ContentAny(['done coach'])
      new Y.Item(next, text._start, text._start!.lastId, null, null, text, null, any).integrate(
        transaction,
        0,
      )
    })
    expect(other.bring()).toBe('refused')
    expect([String(document.getText(what)), document.getMap(map).get('due')]).toEqual([
      'Bellen',
      '2026-06-08 coach',
    ])
  })

  test('a value outside its choice is refused, also where it names only its neighbour', () => {
    const { page, bring } = both()
    page.getMap(map).set('due', 'done employee')
    expect(bring()).toBe('refused')
  })

  test('a text of a commitment has its own length', () => {
    const { page, bring } = both()
    page.getText(what).insert(0, 'x'.repeat(495))
    expect(bring()).toBe('long')
    const other = both()
    other.page.getText(what).insert(0, 'x'.repeat(494))
    expect(other.bring()).toBe('applied')
  })
})
