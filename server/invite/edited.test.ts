import { describe, expect, test } from 'vitest'
import { carrySection, fingerprintOf, isEdited, isNamed, sectionIn } from './edited.ts'
import { mergeSection, removeSection, type Body } from './merge.ts'
import { renderSection } from './render.ts'

const reference = 'GR-ABCD2345'
const section = renderSection({
  reference,
  language: 'nl',
  meetingDate: new Date('2026-06-02T08:30:00Z'),
  timeZone: 'Europe/Amsterdam',
  summary: {
    scope: 'summary-and-commitments',
    steps: [
      {
        title: { nl: 'Doel', en: 'Goal' },
        text: 'Meer rust & "ruimte" 👩\u200d💻\nzie https://intranet.contoso.nl en (www.contoso.nl)',
      },
    ],
    commitments: [
      {
        owner: 'Milan',
        what: 'Blokken',
        firstStep: 'Nu',
        due: '2026-06-09',
        criterion: '',
        ifThen: 'Als ik < 5 doe, dan bel ik',
      },
    ],
    fingerprint: 'x',
  },
})
const html = (content: string): Body => ({ contentType: 'html', content })
const plain = (content: string): Body => ({ contentType: 'text', content })
const fingerprintIn = (body: Body) => fingerprintOf(sectionIn(body, reference)?.text ?? 'none')
const written = fingerprintIn(html(section.html))
const edited = html(`<p>Agenda</p>${section.html.replace('Meer rust', 'Meer <i>tijd</i>')}<p>Groet</p>`)

describe('detecting a section edited by hand', () => {
  test('the section is read as a person sees it, from its first to its last mark', () => {
    expect(sectionIn(html(`<p>voor</p>${section.html}<p>na</p>`), reference)?.text.split('\n')).toEqual([
      `Groei · samenvatting en afspraken · ${reference}`,
      'Gesprek van dinsdag 2 juni 2026',
      'Doel',
      'Meer rust & "ruimte" 👩💻',
      'zie https://intranet.contoso.nl en (www.contoso.nl)',
      'Afspraak · Milan: Blokken',
      'Eerste stap: Nu',
      'Wanneer: dinsdag 9 juni 2026',
      'Als … dan: Als ik < 5 doe, dan bel ik',
      `Einde van Groei · ${reference}`,
    ])
    expect(sectionIn(html('<p>niets</p>'), reference)).toBe(null)
    expect(sectionIn(html(section.html.replace('Einde', 'Slot')), reference)).toBe(null)
  })

  test.each<[string, Body]>([
    ['plain text', plain(`Agenda\n\n${section.text}\n`)],
    ['plain text, broken anew', plain(section.text.replace('Meer rust', 'Meer\r\nrust'))],
    ['plain text as HTML', html(`<div class="x_PlainText">${section.text.replaceAll('\n', '<br>')}</div>`)],
    ['spaces that do not break', html(section.html.replaceAll('Meer rust', 'Meer&nbsp; \r\n rust'))],
    [
      'spans and classes',
      html(section.html.replaceAll('rust', '<span class="x_x_a">ru<span>st</span></span>')),
    ],
    ['invisible characters', html(section.html.replaceAll('\u200d', '').replace('Doel', 'D\u200boel\ufeff'))],
    [
      'links made clickable, behind Safe Links',
      html(
        section.html.replace(
          'https://intranet.contoso.nl',
          (link) =>
            `<a href="https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}" originalsrc="${link}">${link}</a>`,
        ),
      ),
    ],
    [
      'links behind Safe Links in plain text',
      plain(
        section.text.replace(
          'https://intranet.contoso.nl',
          (link) =>
            `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${link}/`)}&data=05%7C02&sdata=x%3D&reserved=0`,
        ),
      ),
    ],
    ['pasted twice', html(section.html + section.html)],
  ])('a section with unchanged words has the same fingerprint: %s', (_name, body) => {
    expect(fingerprintIn(body)).toBe(written)
  })

  test.each<[string, Body]>([
    ['a word', edited],
    ['a space', html(section.html.replace('Meer rust', 'Meerrust'))],
    ['a line more', html(section.html.replace(/(?=<p[^>]*>Einde)/, '<p>en dit</p>'))],
    ['a line less', plain(section.text.replace('Eerste stap: Nu\n', ''))],
    ['another link', html(section.html.replace('intranet.contoso.nl', 'intranet.fabrikam.nl'))],
    ['one of two copies', html(section.html + section.html.replace('rust', 'tijd'))],
  ])('a section edited by hand has another fingerprint: %s', (_name, body) => {
    expect(sectionIn(body, reference)).not.toBe(null)
    expect(fingerprintIn(body)).not.toBe(written)
  })
})

describe('a section whose marks somebody changed', () => {
  const last = { fingerprint: written }
  test.each<[string, Body]>([
    ['without its last line', html(section.html.replace(/<p[^>]*>Einde[^<]*<\/p>/, ''))],
    ['without its first line', html(section.html.replace(/<p[^>]*>Groei ·[^<]*<\/p>/, ''))],
    ['with other words in one', html(section.html.replace('Einde van Groei', 'Tot hier'))],
    ['with words behind the code', html(section.html.replaceAll(reference, `${reference} (laten staan)`))],
    ['with a line that is broken', html(section.html.replaceAll(` · ${reference}`, `<br>${reference}`))],
    ['in a quotation', plain(section.text.replace(/^/gm, '> '))],
  ])('%s: it counts as edited, and nobody takes it for gone', (_what, body) => {
    expect([sectionIn(body, reference), isNamed(body, reference), isEdited(body, reference, last)]).toEqual([
      null,
      true,
      true,
    ])
    expect(isEdited(body, reference, { ...last, overEdited: true })).toBe(false)
  })

  test('a body that holds nothing of it is not edited', () => {
    for (const body of [html('<p>Agenda</p>'), plain('Agenda'), html(`<!-- ${reference} -->`)])
      expect([isNamed(body, reference), isEdited(body, reference, last)]).toEqual([false, false])
  })

  test.each<[string, string]>([
    ['a check of spelling', section.html.replaceAll('Groei', '<span class="SpellE">Groei</span>')],
    [
      'elements of Word',
      section.html.replaceAll('Groei', '<st1:place w:st="on">Groei</st1:place><o:p></o:p>'),
    ],
    ['an element of nobody', section.html.replaceAll('Groei', '<x-term>Groei</x-term>')],
    ['a chance to break', section.html.replaceAll('GR-', 'GR-<wbr>')],
    ['a picture for a dot', section.html.replaceAll(' · GR', ' <img src="cid:dot" alt="·"> GR')],
    [
      'numbers of a list',
      section.html.replace(
        /(<p[^>]*>)(Groei|Einde)/g,
        '$1<span style="mso-list:Ignore">1.<span>&nbsp; </span></span>$2',
      ),
    ],
    [
      'spans of dark mode',
      section.html.replace(/(Groei ·[^<]*|Einde[^<]*)/g, '<span data-ogsc="black">$1</span>'),
    ],
  ])('%s changes no mark', (_what, content) => {
    expect(sectionIn(html(content), reference)).not.toBeNull()
    expect(removeSection(html(`<p>a</p>${content}`), reference).content).toBe('<p>a</p>')
  })
})

describe('carrying an edited section to the next invite', () => {
  const next = (content: string) => html(`<html><body><p>Volgende keer</p>${content}</body></html>`)

  test('an edited section is carried over unchanged, and the rest of the next invite stays the same', () => {
    const empty = next('')
    const carried = carrySection(edited, empty, reference)
    expect(carried?.content).toBe(
      empty.content.replace(
        '</body>',
        () => `${section.html.replace('Meer rust', 'Meer <i>tijd</i>')}</body>`,
      ),
    )
    expect(carried && removeSection(carried, reference)).toEqual(empty)
    const renewed = carrySection(edited, next(section.html), reference)
    expect(renewed).toEqual(carried)
  })

  test('a section carried between HTML and plain text keeps its words', () => {
    const asText = carrySection(edited, plain('Agenda'), reference)
    expect(asText?.content).toMatch(/^Agenda\n\nGroei ·[^]*\nMeer tijd & "ruimte"[^]*Einde van Groei · \S+$/)
    expect(asText && fingerprintIn(asText)).toBe(fingerprintIn(edited))
    const back = asText && carrySection(asText, next(''), reference)
    expect(back?.content).toContain('<br>Meer tijd &amp; &quot;ruimte&quot;')
    expect(back && fingerprintIn(back)).toBe(fingerprintIn(edited))
  })

  test.each<[string, Body]>([
    ['no section', html('<p>x</p>')],
    ['half a section', html(section.html.replace('Einde', 'Slot'))],
    ['pasted twice', html(section.html + section.html)],
    [
      'scattered over a table',
      html(
        `<table><tr><td>${section.html.replace('<b>Doel', '</p></td><td>ik</td><td><p><b>Doel')}</td></tr></table>`,
      ),
    ],
    ['an attached picture', html(section.html.replace('Meer', '<img src="cid:image001.png@01DB">'))],
    [
      'rows without their table',
      html(`<table>${section.text.replace(/.+/g, '<tr><td>$&</td></tr>')}</table>`),
    ],
    ['an element left open', html(section.html.replace('Meer', '<b>Meer'))],
  ])('a body without exactly one separable section is not carried over: %s', (_name, from) => {
    expect(carrySection(from, next(''), reference)).toBe(null)
  })

  test('a section goes to the start of an invite that ends with an open comment', () => {
    const carried = carrySection(edited, html('<p>x</p><!-- open'), reference)
    expect(carried?.content).toMatch(/^<div.*<\/div><p>x<\/p><!-- open$/s)
    expect(carried && mergeSection(carried, reference, section).content).not.toContain('tijd')
  })
})
