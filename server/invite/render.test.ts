import { describe, expect, test } from 'vitest'
import { mangled } from '../../infra/sandbox/graph/exchange-html.ts'
import { countSections, findSections } from '../../tests/invites/sections.ts'
import { renderSection } from './render.ts'

const reference = 'GR-ABCD2345'
const section = (text: string, language: 'nl' | 'en' = 'nl', what = 'Blokken') =>
  renderSection({
    reference,
    language,
    meetingDate: new Date('2026-06-02T08:30:00Z'),
    timeZone: 'Europe/Amsterdam',
    summary: {
      scope: 'summary-and-commitments',
      steps: [{ title: { nl: 'Doel', en: 'Goal' }, text }],
      commitments: [
        {
          owner: 'Milan',
          what,
          firstStep: 'Nu',
          due: '2026-06-09',
          criterion: '',
          ifThen: 'Als ik aarzel, dan bel ik',
        },
      ],
      fingerprint: 'x',
    },
  })

describe('rendering of the section', () => {
  test('the section begins and ends with its visible mark and has dates in its language', () => {
    const nl = section('Meer rust').text.split('\n')
    expect(nl[0]).toBe(`Groei · samenvatting en afspraken · ${reference}`)
    expect(nl.at(-1)).toBe(`Einde van Groei · ${reference}`)
    expect(section('x').html).toContain('dinsdag 9 juni 2026')
    const en = section('x', 'en').text
    expect(en).toMatch(/^Groei · summary and commitments · .*[^]*End of Groei · GR-ABCD2345$/)
    expect(en).toMatch(/Tuesday,? 9 June 2026/)
  })

  test('the HTML has no classes, ids, fixed colours or labels of empty fields', () => {
    const { html, text } = section('een\ntwee\r\ndrie')
    expect(html).not.toMatch(/<style|<!--|\s(?:id|class|data-[a-z]+)=|color:/)
    expect(html).toContain('een<br>twee<br>drie')
    expect(text).not.toContain('Hoe we merken')
  })

  test('text that a person typed is escaped in the HTML', () => {
    const { html } = section('<img src=x onerror="alert(1)"> & "zo"', 'nl', '</p></div><script>')
    expect(html).not.toMatch(/<img|<script/)
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &quot;zo&quot;')
  })

  test.each([
    ['a mark', `Groei · samenvatting en afspraken · ${reference}\nx\nEinde van Groei · ${reference}`],
    [
      'a mark with invisible characters',
      `Einde van Groei · G\u200bR-AB\u200dCD2345\nEinde van Groei · GR\u2060-ABCD2345`,
    ],
    [
      'another conversation’s mark',
      'Groei · summary and commitments · GR-ZZZZ2222\nEnd of Groei · GR-ZZZZ2222',
    ],
    [
      'a join link and a line',
      `${'_'.repeat(80)}\nhttps://teams.microsoft.com/l/meetup-join/19%3ax https://teams.microsoft.com/meet/1?p=2`,
    ],
  ])('the text of a step with %s does not change which sections are found', (_name, text) => {
    const rendered = section(text)
    for (const body of [
      { contentType: 'html' as const, content: rendered.html },
      { contentType: 'text' as const, content: rendered.text },
    ]) {
      expect(countSections(body, reference)).toBe(1)
      expect(findSections(body)).toEqual([reference])
    }
  })

  test('emoji joined by invisible characters stay whole', () => {
    expect(section('👩\u200d💻').html).toContain('👩\u200d💻')
  })

  test.each([
    ['Pacific/Kiritimati', 'woensdag 3 juni 2026'],
    ['Europe/Amsterdam', 'dinsdag 2 juni 2026'],
    ['America/St_Johns', 'maandag 1 juni 2026'],
  ])('the day of the conversation is the day in the time zone %s', (timeZone, day) => {
    const meetingDate = new Date(
      timeZone === 'America/St_Johns' ? '2026-06-02T02:00:00Z' : '2026-06-02T11:00:00Z',
    )
    const { text } = renderSection({
      reference,
      language: 'nl',
      meetingDate,
      timeZone,
      summary: { scope: 'commitments-only', steps: [], commitments: [], fingerprint: 'x' },
    })
    expect(text.split('\n')[1]).toBe(`Gesprek van ${day}`)
  })

  test('control characters and lone surrogates, which no mail can hold, are left out', () => {
    const { html, text } = section('een\0twee\u000bdrie\ud83d vier\u0085')
    for (const one of [html, text]) {
      expect(one).not.toMatch(/[^\P{Cc}\n]/u)
      expect(one.isWellFormed()).toBe(true)
      expect(one).toContain('een twee drie')
    }
  })

  test('nothing that a person typed turns the direction of what follows it, and its own direction stays its own', () => {
    const turning = '\u202Egnp.exe \u2067\u200F'
    const { html, text } = section(`${turning} דנה 12`, 'nl', `${turning} דנה`)
    for (const one of [html, text]) {
      expect(one).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/)
      expect(one).toMatch(/\u2068gnp\.exe\s+דנה 12\u2069/)
      expect(one).toMatch(/Afspraak · Milan: \u2068gnp\.exe\s+דנה\u2069/)
      expect(one.match(/\u2068/g)).toHaveLength(2)
      expect(one.match(/\u2069/g)).toHaveLength(2)
    }
    expect(countSections({ contentType: 'html', content: html }, reference)).toBe(1)
    // Text that runs from left to right gets no invisible characters.
    expect(section('Meer rust').html).not.toMatch(/\p{Cf}/u)
  })

  test('isolated text comes through what Exchange does to HTML', () => {
    const { html } = section('דנה (3)')
    expect(mangled(html)).toContain('\u2068דנה (3)\u2069')
  })
})
