import { describe, expect, test } from 'vitest'
import type { Step, StepKind, Template } from '../../server/contract/template.ts'
import { firstStep, placesOf, progressOf, stillAt } from './where.ts'

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
  step('conversation', 'notes', 'focus'),
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
    ['the one of the same part', 'conversation', 'theme'],
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
    const open = { template: before, followUps: [], now, meeting, state: 'open' as const }
    expect(firstStep(open, 'pane')).toBe('preparation')
    expect(firstStep(open, 'side-panel')).toBe('conversation')
    expect(firstStep({ ...open, followUps: [{}] as never }, 'side-panel')).toBe('follow-up')
    expect(firstStep({ ...open, now: meeting.start }, 'pane')).toBe('conversation')
  })

  test('a person who opens a finished conversation starts at what became of it', () => {
    const finished = {
      template: before,
      followUps: [],
      now: meeting.start,
      meeting,
      state: 'finished' as const,
    }
    expect(firstStep(finished, 'side-panel')).toBe(null)
  })
})

describe('places of a conversation', () => {
  const empty = { template: before, followUps: [] }
  test('follow-up is a place when there is something to follow up, or somebody is in it', () => {
    const without = ['preparation', 'conversation', 'free', 'commitments', null]
    expect(placesOf(empty, 'free')).toEqual(without)
    expect(placesOf({ ...empty, followUps: [{}] as never }, 'free')).toContain('follow-up')
    expect(placesOf(empty, 'follow-up')).toContain('follow-up')
  })

  test.each([
    ['preparation', 0],
    ['conversation', 1],
    ['free', 2],
    ['commitments', 3],
    [null, 3],
  ])('%s is place %i of the three that are held together', (where, passed) => {
    expect(progressOf(empty, placesOf(empty, where), where)).toEqual({ passed, of: 3 })
  })
})
