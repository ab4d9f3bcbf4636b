import { describe, expect, test } from 'vitest'
import type { Step, StepKind, Template } from '../../server/contract/template.ts'
import { firstStep, stillAt } from './where.ts'

const words = { nl: 'x', en: 'y' }
const step = (id: string, kind: StepKind, phase?: Step['phase']): Step => ({
  id,
  kind,
  ...(phase ? { phase } : {}),
  title: words,
  hint: words,
  minutes: 1,
  inSummary: false,
  questions: [],
})
const template = (...steps: Step[]): Template => ({
  id: 'one',
  version: 1,
  title: words,
  description: words,
  intent: 'coaching',
  commitmentLimit: 2,
  questionLimit: 3,
  open: [],
  steps,
})
const before = template(
  step('preparation', 'preparation'),
  step('follow-up', 'follow-up'),
  step('talk', 'notes', 'focus'),
  step('free', 'notes'),
  step('commitments', 'commitments'),
)
const after = template(
  step('look-back', 'follow-up'),
  step('free', 'notes'),
  step('theme', 'notes', 'focus'),
  step('agree', 'commitments'),
)

describe('current step after a change of template', () => {
  test.each([
    ['the same step', 'free', 'free'],
    ['the one of the same part', 'talk', 'theme'],
    ['the one of the same kind', 'commitments', 'agree'],
    ['nowhere, when there is none', 'preparation', undefined],
    ['where the two share', null, null],
  ])('a change of template leads to %s', (_name, where, expected) => {
    expect(stillAt(where, before, after)).toBe(expected)
  })

  test('a step without a phase never matches another step without a phase', () => {
    expect(stillAt('free', before, template(step('other', 'notes'), step('agree', 'commitments')))).toBe(
      undefined,
    )
  })
})

const meeting = { subject: 's', start: '2026-06-01T10:00:00.000Z', end: '2026-06-01T10:30:00.000Z' }
describe('first step of a conversation', () => {
  test('a person starts at the preparation, and in the call at the follow-up or else at the step after it', () => {
    const now = '2026-05-31T10:00:00.000Z'
    const open = { template: before, followUps: [], now, meeting }
    expect(firstStep(open, 'pane')).toBe('preparation')
    expect(firstStep(open, 'side-panel')).toBe('talk')
    expect(firstStep({ ...open, followUps: [{}] as never }, 'side-panel')).toBe('follow-up')
    expect(firstStep({ ...open, now: meeting.start }, 'pane')).toBe('talk')
  })
})
