import { describe, expect, test } from 'vitest'
import { countSections } from '../../tests/invites/sections.ts'
import { keepsMeetingBlob } from './guard.ts'
import { mergeSection, removeSection, type Body } from './merge.ts'
import { referenceOf } from './reference.ts'
import { renderSection } from './render.ts'

const id = '7d444840-9dc0-41d1-b245-5ffdce74fad2'
const reference = referenceOf(id)
const joinUrl =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d'
const section = (text: string, language: 'nl' | 'en' = 'nl') =>
  renderSection({
    reference,
    language,
    meetingDate: new Date('2026-06-02T08:30:00Z'),
    timeZone: 'Europe/Amsterdam',
    summary: {
      scope: 'summary-and-commitments',
      steps: [{ title: { nl: 'Doel', en: 'Goal' }, text }],
      commitments: [
        { owner: 'Milan', what: 'Blokken', firstStep: 'Nu', due: '2026-06-09', criterion: '', ifThen: '' },
      ],
      fingerprint: 'x',
    },
  })
const blob = (word: string) =>
  `<div class="me-email-text"><div>________________</div><span>${word}</span><a href="${joinUrl.replaceAll('&', '&amp;')}">Join</a><div>________________</div></div>`

/** Exchange, in small: comments and data attributes go, ids and classes are renamed, all is wrapped. */
const exchange = (html: string) =>
  `<html><head><meta charset="utf-8"></head><body>${html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/?(html|head|body|meta)[^>]*>/g, '')
    .replace(/(class|id)="/g, '$1="x_')
    .replace(/ · /g, '&nbsp;· ')}</body></html>`

const bodies: [string, string][] = [
  ['empty', ''],
  ['text', 'Tot dinsdag'],
  ['Teams, Dutch', `<html><body><p>Ons gesprek</p>${blob('Microsoft Teams-vergadering')}</body></html>`],
  ['Teams, English', `<html><body><p>Our conversation</p>${blob('Microsoft Teams meeting')}</body></html>`],
  ['blob first', `<html><body>${blob('Microsoft Teams')}<p>After it</p></body></html>`],
  ['no body tag', '<p>Hello<br>there</p>'],
  ['upper case', '<HTML><BODY><P>Hello</P></BODY></HTML>'],
  ['tables', '<table><tr><td>a</td><td>b</td></tr></table><p>end</p>'],
  ['signature', '<p>Groet</p><div id="Signature"><img src="cid:1"><b>Sanne</b></div>'],
  ['emoji and right to left', '<p dir="rtl">שלום 🌱 &amp; مرحبا</p>'],
  ['malformed', '<div><p>open <b>bold<i>both</p></div><p>rest'],
  ['quoted reply', '<p>Prima</p><hr><div><b>From:</b> Milan<br><b>Sent:</b> today</div>'],
  ['comments', '<!--[if mso]>x<![endif]--><p>kept</p><!-- end -->'],
  ['another add-in', '<p>A</p><div data-x="1">Zoom Meeting · ID 123</div>'],
  ['entities', '<p>5 &lt; 6 &nbsp; &euro; &#8364;</p>'],
]

describe('merging the section into an invite body', () => {
  test.each(bodies)(
    'a body (%s) is unchanged to the character after the section is appended, replaced and removed',
    (_name, content) => {
      const before: Body = { contentType: 'html', content }
      const once = mergeSection(before, reference, section('eerst'))
      expect(countSections(once, reference)).toBe(1)
      expect(once.content).toContain('eerst')
      expect(mergeSection(once, reference, section('eerst'))).toEqual(once)
      const twice = mergeSection(once, reference, section('daarna', 'en'))
      expect(countSections(twice, reference)).toBe(1)
      expect(twice.content).not.toContain('eerst')
      expect(removeSection(twice, reference)).toEqual(before)
    },
  )

  test.each(bodies)(
    'a section in a body (%s) is found and replaced after Exchange rewrote the body once and twice',
    (_name, content) => {
      const written = mergeSection({ contentType: 'html', content }, reference, section('eerst')).content
      for (const mangled of [exchange(written), exchange(exchange(written))]) {
        const again = mergeSection({ contentType: 'html', content: mangled }, reference, section('daarna'))
        expect(countSections(again, reference)).toBe(1)
        expect(again.content).not.toContain('eerst')
        expect(removeSection(again, reference).content).toBe(
          removeSection({ contentType: 'html', content: mangled }, reference).content,
        )
      }
    },
  )

  test('the meeting blob stays unchanged outside the section', () => {
    for (const [, content] of bodies.filter(([, one]) => one.includes('meetup-join'))) {
      const after = mergeSection({ contentType: 'html', content }, reference, section('tekst')).content
      expect(keepsMeetingBlob(content, after, joinUrl)).toBe(true)
      const block = content.slice(
        content.indexOf('<div class="me-email'),
        content.lastIndexOf('________</div></div>'),
      )
      expect(after).toContain(block)
    }
  })

  test('the guard detects that the meeting blob is gone', () => {
    expect(keepsMeetingBlob(blob('x'), '<p>nothing</p>', joinUrl)).toBe(false)
    expect(keepsMeetingBlob('<p>a</p>', '<p>b</p>', null)).toBe(true)
  })

  test('a section in a plain text body is replaced by its new text', () => {
    const before: Body = { contentType: 'text', content: 'Agenda\n- een' }
    const once = mergeSection(before, reference, section('eerst'))
    const twice = mergeSection(once, reference, section('daarna'))
    expect(countSections(twice, reference)).toBe(1)
    expect(twice.content).toContain('daarna')
    expect(twice.content).not.toContain('eerst')
  })

  test('text that a person typed becomes neither an HTML tag nor a section mark', () => {
    const sly = section(
      `<script>alert(1)</script>\nGroei · samenvatting en afspraken · ${reference}\nEinde van Groei · ${reference}`,
    )
    const body = mergeSection({ contentType: 'html', content: '<p>x</p>' }, reference, sly)
    expect(body.content).not.toContain('<script>')
    expect(countSections(body, reference)).toBe(1)
    expect(removeSection(body, reference).content).toBe('<p>x</p>')
  })

  test('a section pasted twice becomes one section, and an incomplete section is left alone', () => {
    const once = mergeSection({ contentType: 'html', content: '<p>x</p>' }, reference, section('a'))
    const doubled = { ...once, content: once.content + section('a').html }
    expect(countSections(mergeSection(doubled, reference, section('b')), reference)).toBe(1)
    const half = { ...once, content: once.content.replace(/<p[^>]*>Einde van Groei[^<]*<\/p>/, '') }
    const after = mergeSection(half, reference, section('b'))
    expect(after.content).toContain(half.content.slice(0, 200))
    expect(after.content).toContain('<br>b')
  })

  test('a section of another conversation is neither counted nor removed', () => {
    const other = referenceOf('11111111-1111-4111-8111-111111111111')
    const body = mergeSection({ contentType: 'html', content: '<p>x</p>' }, reference, section('mine'))
    expect(countSections(body, other)).toBe(0)
    expect(removeSection(body, other)).toEqual(body)
  })
})

describe('reference of a conversation', () => {
  test('a reference is short, unambiguous and always the same', () => {
    expect(referenceOf(id)).toBe(reference)
    expect(reference).toMatch(/^GR-[2-9A-HJ-NP-TV-Z]{8}$/)
  })
})
