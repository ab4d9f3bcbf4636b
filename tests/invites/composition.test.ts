import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { mangled } from '../../infra/sandbox/graph/exchange-html.ts'
import { carrySection } from '../../server/invite/edited.ts'
import { keepsMeetingBlob } from '../../server/invite/guard.ts'
import { mergeSection, removeSection, type Body } from '../../server/invite/merge.ts'
import { invites } from './bodies.ts'
import { handled, handlings } from './handling.ts'
import { reading } from './reading.ts'
import { countSections, fingerprintIn, reference, sectionWith } from './sections.ts'

vi.setConfig({ testTimeout: 60_000 })

const numRuns = 60
const sources = invites.filter(({ body }) => body.content.length > 0 && body.content.length < 20_000)
const joinUrls = invites.flatMap(({ joinUrl }) => joinUrl ?? [])
const html = (content: string): Body => ({ contentType: 'html', content })

/** A stretch of a real invite from one tag to another, so that elements open and close where nobody meant it. */
const fragment = fc
  .tuple(fc.constantFrom(...sources), fc.nat(), fc.nat({ max: 600 }))
  .map(([{ body }, start, length]) => {
    const from = start % body.content.length
    const tag = body.content.indexOf('<', from)
    const end = body.content.indexOf('>', from + length)
    return body.content.slice(tag < 0 ? from : tag, end < 0 ? undefined : end + 1)
  })
const whole = fc.constantFrom(...sources).map(({ body }) => body.content)
const odd = fc.constantFrom(
  ...'<div> </div> <p> </td> <table> </table> <b> </b> <ul><li> &nbsp; <br> x < > & </body> </html> <span>'.split(
    ' ',
  ),
)
const composed = fc.array(fc.oneof({ weight: 5, arbitrary: fragment }, whole, odd), { maxLength: 6 })
const bodies = composed.map((parts) => html(parts.join('')))
const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 })

const keepsLinks = (before: Body, after: Body) => {
  for (const url of joinUrls) expect(keepsMeetingBlob(before.content, after.content, url)).toBe(true)
}

const written = (body: Body, goal: string) => mergeSection(body, reference, sectionWith(goal))

describe('merging the section into randomly composed invite bodies', () => {
  test('a section can be inserted, rewritten, changed and removed, which restores the body exactly', () => {
    fc.assert(
      fc.property(bodies, words, (body, goal) => {
        const once = written(body, goal)
        expect(countSections(once, reference)).toBe(1)
        expect(written(once, goal)).toEqual(once)
        const changed = written(once, 'Daarna dat')
        expect(countSections(changed, reference)).toBe(1)
        keepsLinks(body, changed)
        expect(removeSection(changed, reference)).toEqual(body)
      }),
      { numRuns },
    )
  })

  test('a section keeps its words when a mail client handles the body, and is removed without a trace', () => {
    fc.assert(
      fc.property(bodies, words, fc.constantFrom(...handlings), (body, goal, [, handle]) => {
        // Parsed and written once before, as Exchange does with each body that it is given.
        const kept = html(mangled(body.content))
        const once = written(kept, goal)
        const there = handled(once, handle)
        expect(fingerprintIn(there)).toBe(fingerprintIn(once))
        const changed = written(there, 'Daarna dat')
        expect(countSections(changed, reference)).toBe(1)
        keepsLinks(there, changed)
        expect(reading(removeSection(changed, reference))).toEqual(reading(handled(kept, handle)))
      }),
      { numRuns },
    )
  })

  test('a fingerprint depends on the words alone, in HTML and in plain text', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [a, b] = [sectionWith(one), sectionWith(other)]
        const print = fingerprintIn(html(a.html))
        expect(fingerprintIn({ contentType: 'text', content: a.text })).toBe(print)
        const same = reading(html(a.html)).lines.join(' ') === reading(html(b.html)).lines.join(' ')
        expect(fingerprintIn(html(b.html)) === print).toBe(same)
      }),
      { numRuns: 200 },
    )
  })

  test('an edited section is carried to another body whole or not at all', () => {
    fc.assert(
      fc.property(bodies, bodies, fc.constantFrom(...handlings), (from, to, [, handle]) => {
        const there = handled(written(html(mangled(from.content)), 'Eerst dit'), handle)
        const edited = { ...there, content: there.content.replace('Eerst', 'Liever') }
        const carried = carrySection(edited, to, reference)
        if (!carried) return
        expect(fingerprintIn(carried)).toBe(fingerprintIn(edited))
        keepsLinks(to, carried)
        expect(removeSection(carried, reference)).toEqual(to)
      }),
      { numRuns },
    )
  })
})
