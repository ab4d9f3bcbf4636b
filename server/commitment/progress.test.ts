import { expect, test } from 'vitest'
import { after, withLine } from './progress.ts'

const at = (second: number) => new Date(Date.UTC(2026, 5, 2, 10, 0, second))
const commitment = {
  owner: 'employee' as const,
  progress: [
    { text: 'oud', at: at(0) },
    { text: 'van de ander', at: at(1), by: 'coach' as const },
    { text: 'nieuw', at: at(2), by: 'employee' as const },
  ],
}
const texts = (answer: ReturnType<typeof withLine>) =>
  answer.ok ? answer.progress.map(({ text }) => text) : answer.reason

test('a line is corrected in its place, keeping when it was said', () => {
  const corrected = withLine(commitment, 'employee', at(2), { text: 'beter', was: 'nieuw' })
  expect(corrected).toEqual({
    ok: true,
    progress: [...commitment.progress.slice(0, 2), { ...commitment.progress[2], text: 'beter' }],
  })
})

test('a line from before it said whose it is belongs to the owner, and can be taken away', () => {
  expect(texts(withLine(commitment, 'employee', at(0), null))).toEqual(['van de ander', 'nieuw'])
})

test('a line of somebody else, and one that is not there, stay as they are', () => {
  expect(texts(withLine(commitment, 'employee', at(1), null))).toBe('not-found')
  expect(texts(withLine(commitment, 'employee', at(9), null))).toBe('not-found')
  expect(texts(withLine({ owner: 'coach' }, 'coach', at(0), null))).toBe('not-found')
})

test('what was changed on another device is not written over; the same correction twice is one', () => {
  expect(texts(withLine(commitment, 'employee', at(2), { text: 'a', was: 'ouder' }))).toBe(
    'changed-meanwhile',
  )
  expect(texts(withLine(commitment, 'employee', at(2), { text: 'nieuw', was: 'ouder' }))).toContain('nieuw')
})

test('two lines of one moment get two', () => {
  expect(after([], at(0))).toEqual(at(0))
  expect(after([{ text: 'x', at: at(0) }], at(0)).getTime()).toBe(at(0).getTime() + 1)
  expect(after([{ text: 'x', at: at(0) }], at(1))).toEqual(at(1))
})
