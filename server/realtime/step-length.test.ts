import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { placesIn } from './places.ts'
import { readUpdate } from './read-update.ts'
import { makesTooLong } from './step-length.ts'

const limit = 100

function isTooLong(update: Uint8Array, document: Y.Doc, most = limit): boolean {
  const read = readUpdate(update)!
  return makesTooLong(read, document, placesIn(read, document), () => most)
}

/** A document in which a step holds so many units, and a page that has it too. */
function both(units: number) {
  const document = new Y.Doc()
  document.getText('step:goal').insert(0, 'x'.repeat(units))
  const page = new Y.Doc()
  Y.applyUpdate(page, Y.encodeStateAsUpdate(document))
  /** Is the update of a page that does all this in one transaction too long? */
  const change = (act: (goal: Y.Text, reality: Y.Text) => void) => {
    page.transact(() => act(page.getText('step:goal'), page.getText('step:reality')))
    return tooLong(Y.encodeStateAsUpdate(page, Y.encodeStateVector(document)))
  }
  const tooLong = (update: Uint8Array) => isTooLong(update, document)
  return { document, page, change }
}

describe('length of a step in live notes', () => {
  test('a text may grow up to the limit and no further', () => {
    expect(both(90).change((goal) => goal.insert(5, 'y'.repeat(10)))).toBe(false)
    expect(both(90).change((goal) => goal.insert(5, 'y'.repeat(11)))).toBe(true)
    expect(both(0).change((goal) => goal.insert(0, 'y'.repeat(101)))).toBe(true)
  })

  test('a text in another step does not count', () => {
    expect(both(90).change((_goal, reality) => reality.insert(0, 'y'.repeat(90)))).toBe(false)
    const mixed = both(90).change((goal, reality) => {
      reality.insert(0, 'y'.repeat(60))
      reality.insert(30, 'y'.repeat(30))
      goal.insert(90, 'z'.repeat(11))
    })
    expect(mixed).toBe(true)
  })

  test('what an update takes out makes room for what it puts in', () => {
    const replace = (length: number) =>
      both(100).change((goal) => {
        goal.delete(10, 50)
        goal.insert(10, 'y'.repeat(length))
      })
    expect([replace(50), replace(51)]).toEqual([false, true])
  })

  test('what was typed and taken out again in the same update does not count', () => {
    expect(
      both(95).change((goal) => {
        goal.insert(0, 'y'.repeat(50))
        goal.delete(10, 45 - 5)
        goal.delete(0, 5)
      }),
    ).toBe(false)
  })

  test('what the other took out already makes no room a second time', () => {
    const { document, change } = both(100)
    document.getText('step:goal').delete(0, 50)
    document.getText('step:goal').insert(0, 'z'.repeat(50))
    expect(
      change((goal) => {
        goal.delete(0, 50)
        goal.insert(0, 'y'.repeat(50))
      }),
    ).toBe(true)
  })

  test('a text beyond the limit may become shorter, or stay as long', () => {
    expect(both(300).change((goal) => goal.delete(0, 10))).toBe(false)
    const replace = (length: number) =>
      both(300).change((goal) => {
        goal.delete(0, 10)
        goal.insert(0, 'y'.repeat(length))
      })
    expect([replace(10), replace(11)]).toEqual([false, true])
  })

  test('an update that came before counts only for what is new in it', () => {
    const { document, page } = both(90)
    page.getText('step:goal').insert(0, 'y'.repeat(10))
    const update = Y.encodeStateAsUpdate(page)
    Y.applyUpdate(document, update)
    expect(isTooLong(update, document)).toBe(false)
  })

  test('letters that stand in a circle beside each other end the search', () => {
    const { document } = both(100)
    // Device 1 stands beside device 2, and the other way round.
    const bytes = new Uint8Array([2, 1, 2, 0, 0x84, 1, 0, 1, 120, 1, 1, 0, 0x84, 2, 0, 1, 120, 0])
    expect(isTooLong(bytes, document)).toBe(false)
  })

  test('random changes of two people are counted as they turn out', () => {
    let seed = 7
    const draw = (below: number) => (seed = (seed * 48271) % 2147483647) % below
    for (let round = 0; round < 60; round += 1) {
      const { document, page } = both(40)
      const act = (of: Y.Doc) => {
        const text = of.getText(['step:goal', 'step:reality'][draw(2)])
        if (draw(3) === 0 && text.length > 5) text.delete(draw(text.length - 5), 1 + draw(5))
        else text.insert(draw(text.length + 1), 'y'.repeat(1 + draw(9)))
      }
      for (let at = 0; at < 5; at += 1) act(document)
      for (let at = 0; at < 12; at += 1) act(page)
      const update = Y.encodeStateAsUpdate(page, Y.encodeStateVector(document))
      const lengths = (of: Y.Doc) => ['goal', 'reality'].map((id) => of.getText(`step:${id}`).length)
      const after = new Y.Doc()
      Y.applyUpdate(after, Y.encodeStateAsUpdate(document))
      Y.applyUpdate(after, update)
      const [was, is] = [lengths(document), lengths(after)]
      const most = draw(60) + 20
      const expected = is.some((one, at) => one > most && one > was[at]!)
      expect(isTooLong(update, document, most)).toBe(expected)
    }
  })
})
