import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sizeOf } from './size.ts'

describe('stored size of a live document', () => {
  it('deleted text does not count in the size, although undo keeps it', () => {
    const document = new Y.Doc()
    const text = document.getText('step:goal')
    const undo = new Y.UndoManager(text)
    text.insert(0, 'x'.repeat(1000))
    undo.stopCapturing()
    text.delete(0, 900)
    expect(sizeOf(document, 500)).toBeLessThan(200)
    undo.undo()
    expect(text.length).toBe(1000)
    expect(sizeOf(document, 500)).toBeGreaterThan(1000)
  })
})
