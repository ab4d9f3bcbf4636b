import { describe, expect, test } from 'vitest'
import { beginLine, endLine, harmless, markOf } from './sentinels.ts'

const reference = 'GR-ABCD2345'
const begin = beginLine('nl', reference)
const end = endLine('en', reference)

describe('marks that a client or a person changed', () => {
  test.each<[string, (line: string) => string]>([
    ['another dot', (line) => line.replaceAll('·', '•')],
    ['a dot of another script', (line) => line.replaceAll('·', '・')],
    ['dots without spaces', (line) => line.replaceAll(' · ', '·')],
    ['a hyphen that does not break', (line) => line.replace('GR-', 'GR\u2011')],
    ['a dash', (line) => line.replace('GR-', 'GR–')],
    ['a minus', (line) => line.replace('GR-', 'GR\u2212')],
    ['a number of a list', (line) => `1. ${line}`],
    ['a letter of a list', (line) => `b) ${line}`],
    ['a bullet', (line) => `• ${line}`],
    ['a list in a list', (line) => `•  12. ${line}`],
    ['capitals', (line) => line.toUpperCase()],
    ['small letters', (line) => line.toLowerCase()],
    ['a full stop', (line) => `${line}.`],
    ['hard spaces and invisible signs', (line) => line.replaceAll(' ', '\u00a0\u200b')],
    ['all of it', (line) => `1. ${line.replaceAll(' · ', ' • ').replace('GR-', 'GR\u2011')} `],
  ])('are still known: %s', (_name, change) => {
    expect(markOf(change(begin))).toEqual({ kind: 'begin', reference })
    expect(markOf(change(end))).toEqual({ kind: 'end', reference })
  })

  test.each([
    `Over ${begin}`,
    `${begin} en meer`,
    begin.replace('Groei', 'Bloei'),
    begin.replace(reference, 'GR-ABCD234'),
    'Groei',
    `> ${begin}`,
    `${'* '.repeat(300)}${begin}`,
  ])('another line is none: %s', (line) => expect(markOf(line)).toBeNull())

  test('a text that people typed never passes for one, whatever they put in it', () => {
    for (const hyphen of ['-', '\u2010', '\u2011', '–', '—', '\u2212', '\uff0d', '\u200b-'])
      for (const line of [begin, end, begin.toLowerCase(), `1. ${begin}`])
        expect(markOf(harmless(line.replace(/-(?=[A-Z0-9]{8})/i, hyphen)))).toBeNull()
  })
})
