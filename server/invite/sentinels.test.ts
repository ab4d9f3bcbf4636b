import { describe, expect, test } from 'vitest'
import { beginLine, endLine, harmless, markOf, names } from './sentinels.ts'

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
    ['no dots', (line) => line.replaceAll(' · ', ' ')],
    ['a dash for a dot', (line) => line.replaceAll('·', '–')],
    ['a full stop for a dot', (line) => line.replaceAll(' ·', '.')],
    ['a colon for a dot', (line) => line.replaceAll(' ·', ':')],
    ['a dot that another encoding broke', (line) => line.replaceAll('·', '\u00c2·')],
    ['a dot that no encoding had', (line) => line.replaceAll('·', '\ufffd')],
    ['an emoji’s dot', (line) => line.replaceAll('·', '·\ufe0f')],
    ['spaces around the hyphen', (line) => line.replace('GR-', 'GR - ')],
    ['an invisible sign within the name', (line) => line.replace('Groei', 'Gro\u200bei')],
    ['a soft hyphen', (line) => line.replace('enva', 'en\u00adva')],
    ['quotes', (line) => `“${line}”`],
    ['other quotes', (line) => `« ${line} »`],
    ['brackets', (line) => `(${line})`],
    ['marks of Markdown', (line) => `**${line}**`],
    ['those of a heading', (line) => `## ${line}`],
    ['a bullet of Word', (line) => `o\u00a0\u00a0 ${line}`],
    ['another', (line) => `§\u00a0 ${line}`],
    ['one of a font of signs', (line) => `\uf0b7\u00a0 ${line}`],
    ['a Roman number', (line) => `iv. ${line}`],
    ['a number in brackets', (line) => `(1) ${line}`],
    ['a number of a list in a list', (line) => `1.1. ${line}`],
    ['a box', (line) => `☐ ${line}`],
    ['an emoji', (line) => `📌 ${line}`],
    ['an accent', (line) => line.replace('Groei', 'Groëi')],
    ['dots at the end', (line) => `${line}…`],
    ['all of it', (line) => `1. ${line.replaceAll(' · ', ' • ').replace('GR-', 'GR\u2011')} `],
  ])('are still known: %s', (_name, change) => {
    expect(markOf(change(begin))).toEqual({ kind: 'begin', reference })
    expect(markOf(change(end))).toEqual({ kind: 'end', reference })
  })

  test.each<[string, 'begin' | 'end']>([
    ['Groei · summary and agreements', 'begin'],
    ['Growth · summary and commitments', 'begin'],
    ['Groei · samenvatting en toezeggingen', 'begin'],
    ['GROEI · ZUSAMMENFASSUNG UND VEREINBARUNGEN', 'begin'],
    ['Groei · résumé et accords', 'begin'],
    ['End of Growth', 'end'],
    ['Ende von Groei', 'end'],
  ])('are still known in the words of a translator: %s', (words, kind) => {
    expect(markOf(`${words} · ${reference}`)).toEqual({ kind, reference })
  })

  test('the code of a section is seen in whatever signs, and not in a text that people typed into it', () => {
    for (const line of [
      `> ${begin}`,
      `Weg met ${end}!`,
      'gr abcd2345',
      '(GR–ABCD 2345)',
      'GR-ABCD\u200b2345',
    ])
      expect([line, names(line, reference)]).toEqual([line, true])
    for (const line of [harmless(begin), 'GR-ABCD2346', 'Groei', ''])
      expect([line, names(line, reference)]).toEqual([line, false])
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
    for (const hyphen of [
      '-',
      '\u2010',
      '\u2011',
      '–',
      '—',
      '\u2212',
      '\uff0d',
      '\u200b-',
      ' - ',
      '\u00a0\u2011',
      '\u00ad-',
    ])
      for (const line of [begin, end, begin.toLowerCase(), `1. ${begin}`])
        expect(markOf(harmless(line.replace(/-(?=[A-Z0-9]{8})/i, hyphen)))).toBeNull()
  })
})
