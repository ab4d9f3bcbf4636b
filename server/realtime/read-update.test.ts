import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readUpdate } from './read-update.ts'

const bytesOf = (make: (document: Y.Doc) => void): Uint8Array => {
  const document = new Y.Doc()
  make(document)
  return Y.encodeStateAsUpdate(document)
}
const varUint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varUint(Math.floor(value / 128))]
const name = [9, ...new TextEncoder().encode('step:goal')]
/** One letter of device 7. */
const letter = [4, 1, ...name, 1, 120]

const id = '0b7a5e00-0000-4000-8000-000000000001'

describe('reading an update of live notes', () => {
  test('text that is typed, taken out and typed by others is read, with the steps that it names', () => {
    const read = readUpdate(
      bytesOf((document) => {
        document.getText('step:goal').insert(0, 'Lopen')
        document.getText('step:goal').delete(1, 2)
        document.getText('step:reality').insert(0, '😀')
      }),
    )
    expect([...(read?.names ?? [])]).toEqual(['step:goal', 'step:reality'])
    expect([...(read?.deletions.values() ?? [])].flat()).toHaveLength(1)
  })

  test('texts and choices of follow-ups and commitments are read', () => {
    const read = readUpdate(
      bytesOf((document) => {
        document.getText(`follow-up:${id}:tried`).insert(0, 'Gebeld')
        document.getMap(`follow-up:${id}`).set('outcome', 'done coach')
        document.getMap(`follow-up:${id}`).set('outcome', ' employee')
        document.getMap(`commitment:${id}`).set('due', '2026-06-08 employee')
      }),
    )
    const names = [`follow-up:${id}:tried`, `follow-up:${id}`, `commitment:${id}`]
    expect([...(read?.names ?? [])].sort()).toEqual(names.sort())
  })

  test.each<[string, (document: Y.Doc) => void]>([
    ['an array', (one) => one.getArray('step:goal').insert(0, ['x'])],
    ['an array in an array', (one) => one.getArray('step:goal').insert(0, [new Y.Array()])],
    ['a map', (one) => one.getMap('step:goal').set('a', 'b')],
    ['an embed', (one) => one.getText('step:goal').insertEmbed(0, { image: 'x' })],
    ['a format', (one) => one.getText('step:goal').insert(0, 'x', { bold: true })],
    ['an attribute', (one) => one.getText('step:goal').setAttribute('a', 'b')],
    ['XML', (one) => one.getXmlFragment('step:goal').insert(0, [new Y.XmlElement('p')])],
    ['a document', (one) => one.getMap('step:goal').set('a', new Y.Doc())],
    ['bytes', (one) => one.getArray('step:goal').insert(0, [new Uint8Array([1])])],
    ['a choice that there is not', (one) => one.getMap(`commitment:${id}`).set('owner', 'sanne coach')],
    ['a choice of nobody', (one) => one.getMap(`follow-up:${id}`).set('outcome', 'done')],
    ['a choice that is more than a word', (one) => one.getMap(`follow-up:${id}`).set('outcome', { a: 1 })],
    ['a choice of another item', (one) => one.getMap(`follow-up:${id}`).set('owner', 'coach coach')],
    ['a day that is none', (one) => one.getMap(`commitment:${id}`).set('due', '2026-02-30 coach')],
    ['a text where choices stand', (one) => one.getText(`commitment:${id}`).insert(0, 'x')],
    ['a choice where text stands', (one) => one.getMap(`commitment:${id}:what`).set('due', ' coach')],
    ['a field that there is not', (one) => one.getText(`commitment:${id}:tried`).insert(0, 'x')],
    ['an item of no commitment', (one) => one.getText('commitment:x:what').insert(0, 'x')],
    ['a root that is no step', (one) => one.getText('nest').insert(0, 'x')],
    ['a step with a name that none can have', (one) => one.getText('step:__proto__').insert(0, 'x')],
  ])('an update that holds something else than the text of a step is not taken: %s', (_what, make) => {
    expect(readUpdate(bytesOf(make))).toBeNull()
  })

  test.each([
    ['more structs than there are bytes', [1, ...varUint(33_554_432), 7, 0, ...letter, 0]],
    ['more devices than there are bytes', [...varUint(33_554_432), 1, 7, 0, ...letter, 0]],
    ['more deletions than there are bytes', [0, 1, 7, ...varUint(33_554_432), 0, 1]],
    ['more deleting devices than there are bytes', [0, ...varUint(33_554_432), 7, 1, 0, 1]],
    ['a device twice', [3, 1, 7, 0, ...letter, 1, 8, 0, ...letter, 1, 7, 1, ...letter, 0]],
    ['a range that is longer than anybody types', [0, 1, 7, 1, 0, ...varUint(2 ** 40)]],
    ['a trace that is longer than anybody types', [1, 1, 7, 0, 0, ...varUint(2 ** 40), 0]],
    ['a device beyond those that Yjs draws', [1, 1, ...varUint(2 ** 33), 0, ...letter, 0]],
    ['a range twice', [0, 1, 7, 2, 0, 5, 0, 5]],
    ['ranges that overlap', [0, 1, 7, 2, 0, 5, 4, 5]],
  ])('an update that announces or repeats too much is not taken: %s', (_what, bytes) => {
    const before = process.memoryUsage().rss
    expect(readUpdate(new Uint8Array(bytes))).toBeNull()
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  test('the bytes of these tests are read when nothing is wrong with them', () => {
    expect(readUpdate(new Uint8Array([1, 1, 7, 0, ...letter, 0]))?.names).toEqual(new Set(['step:goal']))
    expect(readUpdate(new Uint8Array([0, 1, 7, 2, 0, 5, 5, 5]))).not.toBeNull()
  })
})
