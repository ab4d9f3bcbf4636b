import { EditorState, type ChangeSpec } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { wholeCharacters, widened } from './whole-characters.ts'

/** Does to a shared text what y-codemirror does, and has a page of the other follow. @returns both texts */
function shared(before: string, changes: ChangeSpec): [mine: string, theirs: string] {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  mine.on('update', (update: Uint8Array) => Y.applyUpdate(theirs, update))
  const text = mine.getText('step')
  text.insert(0, before)
  const made = EditorState.create({ doc: before, extensions: wholeCharacters }).update({ changes })
  mine.transact(() => {
    let moved = 0
    made.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
      text.delete(fromA + moved, toA - fromA)
      text.insert(fromA + moved, inserted.toString())
      moved += inserted.length - (toA - fromA)
    })
  })
  expect(text.toString()).toBe(made.state.doc.toString())
  return [text.toString(), theirs.getText('step').toString()]
}

/** The difference of two texts, to the unit, as CodeMirror looks for it in what a browser made of a line. */
function difference(before: string, after: string): ChangeSpec {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  let end = 0
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) }
}

// Neighbours of one block, two flags, a skin tone, a family, a heart with its variation, Han beyond the first plane, marks.
const signs = [
  '😀',
  '😁',
  '😂',
  '🜀',
  '🇳🇱',
  '🇳🇴',
  '🇧🇪',
  '👍',
  '👍🏽',
  '👍🏿',
  '👩‍👩‍👧',
  '👩‍👩‍👦',
  '❤️',
  '❤',
  '𠮷',
  '𠮶',
  'e\u0301',
  'é',
  'a',
  '\n',
]
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((some) => some.join(''))

describe('characters that are changed', () => {
  it.each([
    ['hi 😀!', 'hi 😁!'],
    ['🇳🇱', '🇳🇴'],
    ['👍🏽', '👍🏿'],
    ['👩‍👩‍👧', '👩‍👩‍👦'],
    ['𠮷野家', '𠮶野家'],
    ['🜀', '😀'],
  ])('%s becomes %s on both pages', (before, after) => {
    expect(shared(before, difference(before, after))).toEqual([after, after])
  })

  it('whatever a text becomes, it is the same on both pages, and no character is cut', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(shared(before, difference(before, after))).toEqual([after, after])
      }),
    )
  })

  it('changes at many units at once, some next to each other, come out whole', () => {
    const places = fc.array(fc.tuple(texts, texts, fc.constantFrom('', 'x', '😀', '😁')), { maxLength: 4 })
    fc.assert(
      fc.property(places, (given) => {
        let before = ''
        const changes: ChangeSpec[] = []
        for (const [from, to, between] of given) {
          const one = difference(from, to) as { from: number; to: number; insert: string }
          changes.push({ ...one, from: before.length + one.from, to: before.length + one.to })
          before += from + between
        }
        const after = given.map(([, to, between]) => to + between).join('')
        expect(shared(before, changes)).toEqual([after, after])
      }),
    )
  })

  it('the caret and the kind of change stay as they were', () => {
    const state = EditorState.create({ doc: 'hi 😀!', extensions: wholeCharacters })
    const selection = { anchor: 5 }
    const made = state.update({
      changes: { from: 4, to: 5, insert: '\uDE01' },
      selection,
      userEvent: 'input.type',
    })
    expect([made.newDoc.toString(), made.newSelection.main.head, made.isUserEvent('input.type')]).toEqual([
      'hi 😁!',
      5,
      true,
    ])
  })

  it('a character of which the halves are typed one after the other is one', () => {
    const type = (state: EditorState, insert: string) =>
      state.update({ changes: { from: state.doc.length, insert }, userEvent: 'input.type' })
    const half = type(EditorState.create({ doc: 'ab', extensions: wholeCharacters }), '\uD83D').state
    const made: string[] = []
    type(half, '\uDE00').changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) =>
      made.push(inserted.toString()),
    )
    expect(made).toEqual(['😀'])
  })

  it('half a character that is pasted or left over is U+FFFD, as long as it was', () => {
    const of = (before: string, changes: ChangeSpec) => {
      const state = EditorState.create({ doc: before })
      const { changes: made, newDoc } = state.update({ changes })
      return widened(state.doc, made, newDoc, false)
    }
    expect(of('ab', { from: 1, insert: 'x\uD83D' })).toEqual([{ from: 1, to: 1, insert: 'x\uFFFD' }])
    expect(of('a😀b', { from: 2, to: 3 })).toEqual([{ from: 1, to: 3, insert: '\uFFFD' }])
    expect(of('a😀b', { from: 0, to: 1 })).toBeNull()
  })
})
