import { describe, expect, test } from 'vitest'
import { countSections, findSections } from '../../tests/invites/sections.ts'
import { roughlyMangled as mangle } from '../../tests/support/rough-mangling.ts'
import { keepsMeetingBlob } from './guard.ts'
import { mergeSection, removeSection, type Body } from './merge.ts'
import { renderSection } from './render.ts'

const reference = 'GR-ABCD2345'
const section = (text: string, of = reference) =>
  renderSection({
    reference: of,
    language: 'nl',
    meetingDate: new Date('2026-06-02T08:30:00Z'),
    timeZone: 'Europe/Amsterdam',
    summary: {
      scope: 'summary-and-commitments',
      steps: [{ title: { nl: 'Doel', en: 'Goal' }, text }],
      commitments: [],
      fingerprint: 'x',
    },
  })
const html = (content: string): Body => ({ contentType: 'html', content })
const plain = (content: string): Body => ({ contentType: 'text', content })
const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ax%40thread.v2/0'
const blob = `<div>${'_'.repeat(80)}</div><div><a href="${joinUrl}">Nu deelnemen</a></div><div>${'_'.repeat(80)}</div>`
const paragraphs = (text: string) =>
  section(text)
    .html.replace(/^<div[^>]*>|<\/div>$/g, '')
    .split(/(?<=<\/p>)/)

const ports: [string, string][] = [
  ['empty', ''],
  ['text only', 'Tot dinsdag & daarna'],
  ['blob', `<p>Wij</p>${blob}`],
  ['blob first', `${blob}<p>Na afloop</p>`],
  ['open table', '<table><tr><td>a<td>b'],
  ['only an open table', '<table>'],
  ['open bold', '<p><b>vet<i>schuin</p>rest'],
  ['only an open bold', '<b>'],
  ['an open div', '<div>x'],
  ['an open comment', '<p>x</p><!-- nooit dicht'],
  ['an open text area', '<p>x</p><textarea>'],
  ['an open title', '<title>x'],
  ['an open tag', '<p>x</p><a href="'],
  ['stray end tags', '</div></p>x</span></table>'],
  [
    'capitals and a doctype',
    '<!DOCTYPE HTML><HTML><HEAD><STYLE>P{}</STYLE></HEAD><BODY LANG=NL><P>X</P></BODY></HTML>\r\n',
  ],
  ['lists and a rule', '<ul><li>een<li>twee</ul><hr><ol><li>drie</ol>'],
  ['right to left and emoji', '<div dir="rtl">مرحبا 👩\u200d💻</div>'],
  ['open bold before the end tag', '<html><body><b>x<p><i>y</body></html>'],
  ['an open list of choices before the end tag', '<body><select><option>a</body></html>'],
  ['an open drawing before the end tag', '<body><p>x<svg><g></body></html>'],
  ['text after the end tag', '<html><body><p>x</p></body></html><p>na</p>\n'],
  ['another conversation’s section', section('ander', 'GR-ZZZZ2222').html],
]

describe('merging the section into edited invite bodies', () => {
  test.each(ports)(
    'a body (%s) is unchanged to the character after the section is inserted, updated and removed',
    (_name, content) => {
      const once = mergeSection(html(content), reference, section('eerst'))
      expect(countSections(once, reference)).toBe(1)
      expect(mergeSection(once, reference, section('eerst'))).toEqual(once)
      const changed = mergeSection(once, reference, section('daarna'))
      expect(changed.content).not.toContain('eerst')
      expect(removeSection(changed, reference).content).toBe(content)
    },
  )

  test.each(ports.filter(([name]) => !/open (comment|text|title|tag)/.test(name)))(
    'a section in a body (%s) is found again after the body is mangled once and twice',
    (_name, content) => {
      const { content: written } = mergeSection(html(content), reference, section('eerst'))
      for (const mangled of [mangle(written), mangle(mangle(written))]) {
        const again = mergeSection(html(mangled), reference, section('daarna'))
        expect(countSections(again, reference)).toBe(1)
        expect(again.content).not.toContain('eerst')
        expect(mergeSection(again, reference, section('daarna'))).toEqual(again)
        expect(keepsMeetingBlob(mangled, again.content, joinUrl)).toBe(true)
      }
    },
  )

  test('a person’s own words inside the wrappers of the section are kept', () => {
    const [begin, ...rest] = paragraphs('eerst')
    for (const content of [
      `<div><p>van mij</p>${begin}</div>${rest.join('')}`,
      `<div>${begin}${rest.slice(0, -1).join('')}</div><div>${rest.at(-1)}<p>van mij</p></div>`,
      section('eerst').html.replace(/<\/div>$/, '<img src="cid:van mij"></div>'),
      `<table><tr><td>van mij</td><td>${begin}${rest.join('')}</td></tr></table>`,
    ]) {
      const after = mergeSection(html(content), reference, section('daarna'))
      expect(after.content).toContain('van mij')
      expect(after.content).not.toContain('eerst')
      expect(countSections(after, reference)).toBe(1)
      const tags = (text: string, tag: RegExp) => text.match(tag)?.length ?? 0
      expect(tags(after.content, /<div/g)).toBe(tags(after.content, /<\/div/g))
    }
  })

  test('lines separated by `<br>`, as Exchange makes of plain text, are read as lines', () => {
    const { text } = section('eerst')
    const content = `<html><body><div class="PlainText">Agenda<br><br>${text.replaceAll('\n', '<br>')}<br>Groet</div></body></html>`
    const after = mergeSection(html(content), reference, section('daarna'))
    expect(countSections(after, reference)).toBe(1)
    expect(after.content).toMatch(/Agenda<br><br>.*daarna.*<br>Groet/)
    expect(after.content).not.toContain('eerst')
  })

  test('the meeting blob is never removed with a section around it and never gets a section inside it', () => {
    const around = section('eerst').html.replace(/(?=<p[^>]*>Einde)/, blob)
    const after = mergeSection(html(around), reference, section('daarna'))
    expect(after.content.startsWith(around)).toBe(true)
    expect(mergeSection(after, reference, section('daarna'))).toEqual(after)
    const open = `<p>x</p><div>${blob}`
    const before = mergeSection(html(open), reference, section('a'))
    expect(before.content.endsWith(open)).toBe(true)
    expect(removeSection(before, reference).content).toBe(open)
  })

  test('an incomplete section is left alone, and a complete one is added and updated beside it', () => {
    const half = section('mijn versie').html.replace(/<p[^>]*>Einde[^<]*<\/p>/, '')
    const once = mergeSection(html(half), reference, section('nieuw'))
    expect(once.content).toBe(half + section('nieuw').html)
    const twice = mergeSection(once, reference, section('nieuwer'))
    expect(twice.content).toBe(half + section('nieuwer').html)
    const interrupted = `${half}${section('ander', 'GR-ZZZZ2222').html}<p>Einde van Groei · ${reference}</p>`
    expect(mergeSection(html(interrupted), reference, section('x')).content).toContain('ander')
  })

  test('a section pasted three times becomes one section at the position of the first', () => {
    const { html: one } = section('eerst')
    const after = mergeSection(html(`<p>a</p>${one}<p>b</p>${one}${one}<p>c</p>`), reference, section('x'))
    expect(after.content).toBe(`<p>a</p>${section('x').html}<p>b</p><p>c</p>`)
  })

  test('every reference in a body is listed once', () => {
    const body = html(section('a').html + section('b', 'GR-ZZZZ2222').html + section('a').html)
    expect(findSections(body)).toEqual([reference, 'GR-ZZZZ2222'])
    expect(findSections(plain('niets'))).toEqual([])
  })

  test.each([
    '',
    'Agenda',
    'Agenda\n',
    '\n\n',
    'a\r\nb\r\n',
    `x\n${'_'.repeat(40)}\n${joinUrl}\n${'_'.repeat(40)}`,
  ])(
    'the plain text body %j is unchanged to the character after the section is inserted, updated and removed',
    (content) => {
      const once = mergeSection(plain(content), reference, section('eerst'))
      expect(mergeSection(once, reference, section('eerst'))).toEqual(once)
      const changed = mergeSection(once, reference, section('daarna'))
      expect(countSections(changed, reference)).toBe(1)
      expect(changed.content).not.toContain('eerst')
      expect(removeSection(changed, reference).content).toBe(content)
    },
  )

  test.each([
    ['long', `<html><body>${'<p class="a">regel &amp; tekst</p>'.repeat(14_000)}</body></html>`],
    ['deep', `${'<div>'.repeat(500)}x`],
  ])(
    'a very %s body is unchanged to the character after the section is inserted, updated and removed',
    { timeout: 60_000 },
    (_name, content) => {
      const once = mergeSection(html(content), reference, section('a'))
      const again = mergeSection(once, reference, section('b'))
      expect(removeSection(again, reference).content).toBe(content)
    },
  )
})
