import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { Conversation } from '../../server/contract/conversation.ts'
import type { Scope } from '../../server/contract/publication.ts'
import { StepKind, type Template } from '../../server/contract/template.ts'
import { renderSection } from '../../server/invite/render.ts'
import { summaryOf } from '../../server/conversation-api/summary.ts'
import { filled } from './filled.ts'

const { value, leaves } = filled(Conversation, 1000)
const conversation = value as Conversation
const [sample] = conversation.template.steps

/** Each kind of step that there is, let into the summary and not, each with its own titles and text. */
const steps: Template['steps'] = StepKind.enum.flatMap((kind) =>
  [true, false].map((inSummary) => {
    const id = `${kind}-${inSummary ? 'in' : 'out'}`
    return { ...sample!, id, kind, inSummary, title: { nl: `titel ${id}`, en: `title ${id}` } }
  }),
)
const texts = Object.fromEntries([...steps.map(({ id }) => id), 'no-step'].map((id) => [id, `text of ${id}`]))
const names = { coach: conversation.pair.coach.name, employee: conversation.pair.employee.name }
const ofCommitment = /^\.commitments\.\d+\.(what|firstStep|due|criterion|ifThen)$/

const dayIn = (language: 'nl' | 'en', day: string) =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(new Date(day))

/** All of the conversation is handed over, not only what is asked for; and a summary with more in it than it has. */
function section(scope: Scope, language: 'nl' | 'en') {
  const template = { ...conversation.template, steps }
  const summary = summaryOf(scope, template, texts, conversation.commitments, names)
  const more = {
    ...summary,
    steps: summary.steps.map((step) => ({ ...sample, ...step })),
    commitments: summary.commitments.map((one, index) => ({ ...conversation.commitments[index], ...one })),
  }
  const meetingDate = new Date(conversation.meeting.start)
  const { html, text } = renderSection({
    ...conversation,
    reference: 'GR-ABCD2345',
    language,
    meetingDate,
    timeZone: 'UTC',
    summary: more,
  })
  return { rendered: [html, text], stored: JSON.stringify(summary) }
}

describe('allowed fields of an invite', () => {
  test('the sample conversation fits the contract and has a value in every field', () => {
    const errors = Value.Errors(Conversation, {
      ...conversation,
      template: { ...conversation.template, steps },
    })
    // A number that fits would be too short to be recognised anywhere else.
    expect(errors.filter(({ keyword }) => keyword !== 'maximum')).toEqual([])
    expect(new Set(leaves.values()).size).toBe(leaves.size)
    const path = (one: string) => [...leaves.keys()].some((known) => known.startsWith(one))
    for (const one of [
      '.preparation.mine.note',
      '.preparation.theirs.topics',
      '.followUps.0.followUps.1.tried',
    ])
      expect(path(one), one).toBe(true)
  })

  test.each<[Scope, 'nl' | 'en']>([
    ['summary-and-commitments', 'nl'],
    ['summary-and-commitments', 'en'],
    ['commitments-only', 'nl'],
    ['commitments-only', 'en'],
  ])('an invite with scope %s in language %s holds only the allowed fields', (scope, language) => {
    const { rendered, stored } = section(scope, language)
    for (const [path, leaf] of leaves) {
      // Both commitments are the coach's, and the day of the conversation is the heading.
      if (path === '.pair.coach.name' || path === '.meeting.start') continue
      const shown = /^\d{4}-\d\d-\d\d/.test(leaf) ? dayIn(language, leaf) : leaf
      const allowed = ofCommitment.test(path)
      for (const one of rendered) expect(one.includes(shown), path).toBe(allowed)
      if (!allowed) expect(stored, path).not.toContain(leaf)
    }
    for (const { id, kind, inSummary, title } of steps) {
      const allowed = scope === 'summary-and-commitments' && kind === 'notes' && inSummary
      for (const one of [...rendered, stored]) expect(one.includes(texts[id]!), id).toBe(allowed)
      for (const one of rendered) expect(one.includes(title[language]), id).toBe(allowed)
    }
    for (const one of [...rendered, stored]) expect(one).not.toContain('text of no-step')
  })
})
