import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { ReviewItem, ReviewPack } from '../../server/contract/review.ts'
import { paperHtml } from './paper-html.ts'
import { paperText } from './paper-text.ts'
import { paperOf } from './paper.ts'

const items: ReviewItem[] = [
  { kind: 'rhythm', id: 'rhythm', held: 6, longestGap: 14, everyWeeks: 1 },
  {
    kind: 'commitment',
    id: 'commitment-1',
    owner: 'employee',
    what: 'Eén dagdeel blokkeren',
    firstStep: '',
    due: '2026-05-08',
    criterion: '',
    status: 'dropped',
    carried: 2,
    reshapedFrom: [{ what: 'Twee dagdelen blokkeren', due: '2026-05-01' }],
    why: 'Niet meer nodig',
  },
  { kind: 'goal', id: 'goal-1', start: '2026-05-01T22:30:00.000Z', text: 'Rust\nin de week' },
  {
    kind: 'scale',
    id: 'scale-goal-scale',
    question: 'goal-scale',
    text: { nl: 'Hoe ver ben je?', en: 'How far are you?' },
    points: [{ start: '2026-05-01T10:00:00.000Z', coach: null, employee: 6 }],
  },
]
const pack: ReviewPack = {
  names: { coach: 'Sanne', employee: 'Milan' },
  from: '2026-01-01',
  to: '2026-06-30',
  items,
  texts: { coach: ' ', employee: 'Trots' },
}
const amsterdam = 'Europe/Amsterdam'

describe('printable document of a review pack', () => {
  test('the document lists items by kind, without empty parts and with days in the time zone of the reader', () => {
    expect(paperOf({ pack, frozenAt: null }, 'nl', amsterdam)).toEqual({
      language: 'nl',
      title: 'Periodeoverzicht',
      subtitle: 'Milan met Sanne',
      period: '1 januari 2026 tot en met 30 juni 2026',
      state: 'Nog niet door beiden afgerond.',
      sections: [
        {
          title: 'Doelen',
          entries: [
            {
              id: 'goal-1',
              title: 'Doel van 2 mei 2026',
              lines: [{ label: '', text: 'Rust\nin de week' }],
              table: null,
            },
          ],
        },
        {
          title: 'Afspraken en opvolging',
          entries: [
            {
              id: 'commitment-1',
              title: 'Eén dagdeel blokkeren',
              lines: [
                { label: 'Van', text: 'Milan' },
                { label: 'Uiterlijk', text: '8 mei 2026' },
                { label: 'Stand', text: 'vervallen' },
                { label: 'Meegenomen', text: '2 keer' },
                { label: 'Eerst afgesproken', text: 'Twee dagdelen blokkeren (uiterlijk 1 mei 2026)' },
                { label: 'Waarom vervallen', text: 'Niet meer nodig' },
              ],
              table: null,
            },
          ],
        },
        {
          title: 'Schaalvragen',
          entries: [
            {
              id: 'scale-goal-scale',
              title: 'Hoe ver ben je?',
              lines: [],
              table: { head: ['Gesprek', 'Sanne', 'Milan'], rows: [['1 mei 2026', '–', '6']] },
            },
          ],
        },
        {
          title: 'Ritme',
          entries: [
            {
              id: 'rhythm',
              title: 'Hoe vaak we elkaar spraken',
              lines: [
                { label: 'Gevoerde gesprekken', text: '6' },
                { label: 'Langste tijd ertussen', text: '14 dagen' },
                { label: 'Nu afgesproken', text: 'elke week' },
              ],
              table: null,
            },
          ],
        },
        {
          title: 'Thema’s in eigen woorden',
          entries: [{ id: 'employee', title: 'Milan', lines: [{ label: '', text: 'Trots' }], table: null }],
        },
      ],
    })
  })

  test('the English document names the day on which the review pack was frozen', () => {
    const paper = paperOf({ pack, frozenAt: '2026-06-30T22:30:00.000Z' }, 'en', amsterdam)
    expect(paper.state).toBe('Finished by both on 1 July 2026.')
    expect(paper.sections[2]?.entries[0]?.title).toBe('How far are you?')
  })
})

/** Every element's name, and all text, as a browser reads them. */
function readAs(html: string) {
  const names: string[] = []
  const texts: string[] = []
  const walk = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value)
    if ('tagName' in node) {
      names.push(node.tagName, ...node.attrs.map(({ name }) => `@${name}`))
      node.childNodes.forEach(walk)
    }
  }
  parse(html).childNodes.forEach(walk)
  return { names, text: texts.join('\n') }
}
const nasty = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</title><img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    "' onclick='x",
    '&lt;b&gt; &amp;',
    '</style><link href=//x>',
  ),
  fc.string(),
)

describe('HTML file of the printable document', () => {
  test('text of the participants is shown as text and never becomes markup or a script', () => {
    const shape = readAs(paperHtml(paperOf({ pack, frozenAt: null }, 'nl', amsterdam))).names
    expect(shape).not.toContain('script')
    fc.assert(
      fc.property(nasty, (written) => {
        // A line break is a space to the reader of HTML; a text of nothing is left out.
        const text = `x${written.replace(/[\r\0]/g, '')}x`
        const words = {
          ...pack,
          names: { coach: text, employee: text },
          texts: { coach: '', employee: text },
          items: items.map((one) => {
            if (one.kind === 'goal') return { ...one, text }
            if (one.kind === 'scale') return { ...one, text: { nl: text, en: text } }
            if (one.kind === 'rhythm') return one
            return {
              ...one,
              what: text,
              why: text,
              reshapedFrom: [{ what: text, due: null }],
            }
          }),
        }
        const read = readAs(paperHtml(paperOf({ pack: words, frozenAt: null }, 'nl', amsterdam)))
        expect(read.names).toEqual(shape)
        // Title, subtitle, owner, goal, what, before, why, question, two columns, name and own words.
        expect(read.text.split(text).length - 1).toBeGreaterThanOrEqual(12)
      }),
    )
  })
})

describe('review pack as plain text', () => {
  test('all that is on paper is in it, in the same order', () => {
    const text = paperText(paperOf({ pack, frozenAt: null }, 'nl', amsterdam))
    expect(text.split('\n\n').slice(0, 3)).toEqual([
      'Periodeoverzicht\nMilan met Sanne\n1 januari 2026 tot en met 30 juni 2026\nNog niet door beiden afgerond.',
      'Doelen',
      'Doel van 2 mei 2026\nRust\nin de week',
    ])
    expect(text).toContain('Hoe ver ben je?\nGesprek\tSanne\tMilan\n')
    expect(text).toContain('Niet meer nodig')
  })
})
