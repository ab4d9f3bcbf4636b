import type { Summary } from '../contract/conversation.ts'
import { isolated } from '../contract/isolated.ts'
import type { Language } from '../contract/shape.ts'
import { beginLine, endLine, harmless } from './sentinels.ts'

const words = {
  nl: {
    of: 'Gesprek van',
    what: 'Afspraak',
    firstStep: 'Eerste stap',
    due: 'Wanneer',
    criterion: 'Hoe we merken dat het werkte',
    ifThen: 'Als … dan',
  },
  en: {
    of: 'Conversation on',
    what: 'Commitment',
    firstStep: 'First step',
    due: 'When',
    criterion: 'How we will know it worked',
    ifThen: 'If … then',
  },
}

export type Section = { html: string; text: string }

const asMarkup = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br>')

const escaped = (text: string): string => asMarkup(harmless(text))

const box = (inner: string): string =>
  `<div style="margin-top:16px;font-family:Segoe UI,Arial,sans-serif;font-size:14px">${inner}</div>`

/** A section that stood in plain text, line by line, for an invite in HTML. Its marks stay what they are. */
export const asHtml = (text: string): string => box(asMarkup(text))

/** A calendar day in words. */
const dayIn = (language: Language, day: Date, timeZone: string) =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'full', timeZone }).format(day)

export type Rendering = {
  reference: string
  language: Language
  meetingDate: Date
  timeZone: string
  summary: Summary
}

/**
 * The invite section of one summary, as HTML with inline styles only and as plain text. Everything that a
 * person typed is escaped, and isolated so that it reorders nothing beside it. `timeZone` (IANA) says on which day the conversation was; an unknown one throws a
 * `RangeError`.
 */
export function renderSection(of: Rendering): Section {
  const { language, reference, summary } = of
  const word = words[language]
  const heading = `${word.of} ${dayIn(language, of.meetingDate, of.timeZone)}`
  const commitments = summary.commitments.map((one) => ({
    title: `${word.what} · ${isolated(one.owner)}: ${isolated(one.what)}`,
    lines: [
      [word.firstStep, one.firstStep],
      [word.due, one.due ? dayIn(language, new Date(`${one.due}T00:00:00Z`), 'UTC') : ''],
      [word.criterion, one.criterion],
      [word.ifThen, one.ifThen],
    ]
      .filter((line): line is [string, string] => Boolean(line[1]?.trim()))
      .map(([name, said]) => [name, isolated(said)] as const),
  }))
  const steps = summary.steps.map(({ title, text }) => ({
    title: isolated(title[language]),
    text: isolated(text),
  }))
  // No colours: Outlook picks its own for light and dark, and a fixed grey is hard to read on one of the two.
  const mark = (line: string) => `<p style="margin:0;font-size:12px">${line}</p>`
  const html = [
    mark(beginLine(language, reference)),
    `<p style="margin:4px 0"><b>${escaped(heading)}</b></p>`,
    ...steps.map(
      (step) => `<p style="margin:8px 0"><b>${escaped(step.title)}</b><br>${escaped(step.text)}</p>`,
    ),
    ...commitments.map(
      ({ title, lines }) =>
        `<p style="margin:8px 0"><b>${escaped(title)}</b>${lines.map(([name, text]) => `<br>${escaped(name)}: ${escaped(text)}`).join('')}</p>`,
    ),
    mark(endLine(language, reference)),
  ].join('')
  const text = [
    beginLine(language, reference),
    heading,
    ...steps.map((step) => `\n${step.title}\n${harmless(step.text)}`),
    ...commitments.map(({ title, lines }) =>
      ['', harmless(title), ...lines.map(([name, said]) => `${name}: ${harmless(said)}`)].join('\n'),
    ),
    endLine(language, reference),
  ].join('\n')
  return { html: box(html), text }
}
