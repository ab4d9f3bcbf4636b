import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated, isolating } from './isolated.ts'

const hebrew = 'דנה לוי'
const signs = [
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
]

/** How deep in isolates each character is, and whether all of them end. */
function depths(text: string): { open: number; outside: string } {
  let open = 0
  let outside = ''
  for (const one of text)
    if ('\u2066\u2067\u2068'.includes(one)) open += 1
    else if (one === '\u2069') open -= 1
    else if (open === 0) outside += one
  return { open, outside }
}

describe('text of people inside a sentence', () => {
  it('text that runs from left to right stays as it is', () => {
    for (const text of ['Aylin Yılmaz', '1-op-1 Sanne & Milan', 'Łukasz – 12:30', '😀 👩‍👩‍👧', 'Иван', ''])
      expect(isolated(text)).toBe(text)
  })
  it.each([hebrew, 'محمد', '٣٤', 'Team דנה 3'])('%s, which runs from right to left, is isolated', (text) => {
    expect(isolated(text)).toBe(`\u2068${text}\u2069`)
  })
  it('each line is isolated by itself, for an isolate ends with its line', () => {
    expect(isolated(`${hebrew}\nplain\r\n${hebrew}`)).toBe(
      `\u2068${hebrew}\u2069\nplain\r\n\u2068${hebrew}\u2069`,
    )
  })
  it('signs that turn what follows are taken out, and so is an isolate that does not end', () => {
    expect(isolated('txt\u202Eexe.')).toBe('txtexe.')
    expect(isolated(`a\u2069${hebrew}\u2067`)).toBe(`\u2068a${hebrew}\u2069`)
  })
  it('a sentence in which something is isolated already keeps that', () => {
    const inner = `Met ${isolated(hebrew)} om 12:30`
    expect(isolated(inner)).toBe(`\u2068${inner}\u2069`)
  })
  it('whatever is filled in, nothing that turns the direction reaches the sentence around it', () => {
    const part = fc.constantFrom(...signs, hebrew, 'abc', ' ', '12', '\n', '!')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        for (const line of isolated(parts.join('')).split('\n')) {
          const { open, outside } = depths(line)
          expect(open).toBe(0)
          expect(outside).not.toMatch(/[\u0590-\u05ff\u061c\u200e\u200f\u202a-\u202e]/)
        }
      }),
    )
  })
})

describe('texts with something filled in', () => {
  it('strings and lists of strings are isolated, at every depth, and all else is left alone', () => {
    const texts = isolating({
      plain: hebrew,
      deep: { list: [(name: string, count: number) => `${name}: ${count + 1}`] },
      names: (names: string[]) => names.join(', '),
    })
    expect(texts.plain).toBe(hebrew)
    expect(texts.deep.list[0]?.(hebrew, 2)).toBe(`\u2068${hebrew}\u2069: 3`)
    expect(texts.names([hebrew, 'Sanne'])).toBe(`\u2068${hebrew}\u2069, Sanne`)
  })
})
