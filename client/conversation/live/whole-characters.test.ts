import { EditorState, type ChangeSpec } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ySyncAnnotation, YSyncConfig } from 'y-codemirror.next'
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

  describe('typed in halves', () => {
    const type = (state: EditorState, insert: string, at = state.selection.main.head) =>
      state.update({
        changes: { from: at, insert },
        selection: { anchor: at + insert.length },
        userEvent: 'input.type',
      }).state
    const empty = EditorState.create({ doc: 'ab', selection: { anchor: 1 }, extensions: wholeCharacters })
    const looks = ({ doc, selection }: EditorState) => [doc.toString(), selection.main.head]

    it('a character comes into the text when its second half does, and the caret stands behind it', () => {
      const half = type(empty, '\uD83D')
      expect(looks(half)).toEqual(['ab', 1])
      expect(looks(type(half, '\uDE00'))).toEqual(['a😀b', 3])
      expect(looks(type(half, '\uDE00c'))).toEqual(['a😀cb', 4])
      expect(looks(type(type(empty, 'c\uD83D'), '\uDE00\uD83D'))).toEqual(['ac😀b', 4])
    })

    it('a character is whole also when the other types between its halves', () => {
      const half = type(empty, '\uD83D')
      const theirs = half.update({
        changes: { from: 0, insert: 'x' },
        annotations: ySyncAnnotation.of(new YSyncConfig(new Y.Doc().getText(), null)),
      }).state
      expect(looks(type(theirs, '\uDE00'))).toEqual(['xa😀b', 4])
    })

    it('a half of which the other never comes leaves nothing, and whatever else is done ends it', () => {
      const half = type(empty, '\uD83D')
      expect(looks(type(half, 'c'))).toEqual(['acb', 2])
      const elsewhere = half.update({ selection: { anchor: 0 } }).state
      expect(looks(type(elsewhere, '\uDE00'))).toEqual(['\uFFFDab', 1])
      expect(looks(type(type(half, 'c'), '\uDE00'))).toEqual(['ac\uFFFDb', 3])
    })
  })

  it('half a character that is pasted or left over is U+FFFD, as long as it was', () => {
    const of = (before: string, changes: ChangeSpec) => {
      const state = EditorState.create({ doc: before })
      const { changes: made, newDoc } = state.update({ changes })
      return widened(state.doc, made, newDoc, null)?.changes ?? null
    }
    expect(of('ab', { from: 1, insert: 'x\uD83D' })).toEqual([{ from: 1, to: 1, insert: 'x\uFFFD' }])
    expect(of('a😀b', { from: 2, to: 3 })).toEqual([{ from: 1, to: 3, insert: '\uFFFD' }])
    expect(of('a😀b', { from: 0, to: 1 })).toBeNull()
  })
})
