import { describe, expect, test } from 'vitest'
import { after, withLine } from './progress.ts'

const at = (second: number) => new Date(Date.UTC(2026, 5, 2, 10, 0, second))
const by = 'employee' as const
const commitment = {
  progress: [
    { text: 'oud', at: at(0), by },
    { text: 'van de ander', at: at(1), by: 'coach' as const },
    { text: 'nieuw', at: at(2), by },
  ],
}
const texts = (answer: ReturnType<typeof withLine>) =>
  answer.ok ? answer.progress.map(({ text }) => text) : answer.reason

describe('progress notes of a commitment', () => {
  test('a corrected note keeps its position, its time and its author', () => {
    const corrected = withLine(commitment, 'employee', at(2), { text: 'beter', was: 'nieuw' })
    expect(corrected).toEqual({
      ok: true,
      progress: [...commitment.progress.slice(0, 2), { ...commitment.progress[2], text: 'beter' }],
    })
  })

  test('the author of a note can remove it', () => {
    expect(texts(withLine(commitment, 'employee', at(0), null))).toEqual(['van de ander', 'nieuw'])
  })

  test('the removal of somebody else’s note or an unknown note is refused as not found', () => {
    expect(texts(withLine(commitment, 'employee', at(1), null))).toBe('not-found')
    expect(texts(withLine(commitment, 'employee', at(9), null))).toBe('not-found')
    expect(texts(withLine({}, 'coach', at(0), null))).toBe('not-found')
  })

  test('a correction is refused when the note was changed meanwhile, unless it repeats that change', () => {
    expect(texts(withLine(commitment, 'employee', at(2), { text: 'a', was: 'ouder' }))).toBe(
      'changed-meanwhile',
    )
    expect(texts(withLine(commitment, 'employee', at(2), { text: 'nieuw', was: 'ouder' }))).toContain('nieuw')
  })

  test('two notes of the same moment get different times', () => {
    expect(after([], at(0))).toEqual(at(0))
    expect(after([{ text: 'x', at: at(0), by }], at(0)).getTime()).toBe(at(0).getTime() + 1)
    expect(after([{ text: 'x', at: at(0), by }], at(1))).toEqual(at(1))
  })
})
