import { describe, expect, test } from 'vitest'
import type { FollowUp } from '../contract/commitment.ts'
import { candidates, type CarriedCommitment, type Sources, type Conversation } from './candidates.ts'

const goal = { nl: 'Doel', en: 'Goal' }
const reality = { nl: 'Realiteit', en: 'Reality' }
const conversation = (id: string, day: string, more: Partial<Conversation> = {}): Conversation => ({
  id,
  start: new Date(`${day}T10:00:00Z`),
  held: true,
  summary: null,
  goalTitles: [goal],
  ...more,
})
const said = (more: Partial<FollowUp>): FollowUp => ({
  conversationId: 'b',
  tried: '',
  next: '',
  outcome: 'open',
  why: '',
  obstacle: '',
  reshapedFrom: null,
  at: '2026-05-01T10:00:00Z',
  by: 'employee',
  ...more,
})
const made: CarriedCommitment = {
  id: 'one',
  conversationId: 'a',
  owner: 'employee',
  what: 'Elke week een klant spreken',
  firstStep: 'Vandaag bellen',
  due: '2026-05-08',
  criterion: 'Vier gesprekken',
  ifThen: '',
  status: 'open',
  followUps: [],
  progress: [],
  carried: 0,
  revision: 1,
}
const none: Sources = { commitments: [], conversations: [], scales: [], everyWeeks: null }
const ofKind = (kind: string, sources: Partial<Sources>) =>
  candidates({ ...none, ...sources }).filter((one) => one.kind === kind)

describe('candidates for a review pack', () => {
  test('a goal candidate is a text that a finished conversation shared as a goal', () => {
    const steps = [
      { title: goal, text: 'Rust' },
      { title: reality, text: 'Druk' },
    ]
    const conversations = [
      conversation('a', '2026-05-01', { summary: { steps } }),
      conversation('b', '2026-05-08', { summary: { steps: steps.slice(1) } }),
      conversation('c', '2026-05-15'),
      conversation('d', '2026-05-22', { summary: { steps }, goalTitles: [] }),
    ]
    expect(ofKind('goal', { conversations })).toEqual([
      { kind: 'goal', id: 'goal-a', start: '2026-05-01T10:00:00.000Z', text: 'Rust' },
    ])
  })

  test('a commitment candidate holds its outcome, and its earlier wordings', () => {
    const before = { what: 'Klanten spreken', due: null }
    const whole = { ...before, firstStep: '', criterion: '', ifThen: '' }
    const followUps = [
      said({ conversationId: 'b', reshapedFrom: whole }),
      said({ conversationId: 'c' }),
      said({ conversationId: 'd', outcome: 'done', why: 'telt niet' }),
    ]
    expect(
      ofKind('commitment', { commitments: [{ ...made, status: 'done', followUps, carried: 2 }] }),
    ).toEqual([
      {
        kind: 'commitment',
        id: 'commitment-one',
        owner: 'employee',
        what: 'Elke week een klant spreken',
        firstStep: 'Vandaag bellen',
        due: '2026-05-08',
        criterion: 'Vier gesprekken',
        status: 'done',
        carried: 2,
        reshapedFrom: [before],
        why: '',
      },
    ])
  })

  test('a change of anything but the what and the due date is not an earlier wording', () => {
    const { what, due, firstStep, criterion, ifThen } = made
    const wording = { what, due, firstStep, criterion, ifThen }
    const followUps = [
      said({ conversationId: 'b', reshapedFrom: { ...wording, what: 'Klanten spreken' } }),
      said({ conversationId: 'c', reshapedFrom: { ...wording, criterion: 'Drie gesprekken' } }),
    ]
    expect(ofKind('commitment', { commitments: [{ ...made, followUps }] })).toMatchObject([
      { reshapedFrom: [{ what: 'Klanten spreken', due }] },
    ])
  })

  test('a dropped commitment holds the reason why it was dropped', () => {
    const followUps = [said({ outcome: 'dropped', why: 'Niet meer nodig' })]
    expect(ofKind('commitment', { commitments: [{ ...made, status: 'dropped', followUps }] })).toMatchObject([
      { status: 'dropped', why: 'Niet meer nodig', carried: 0 },
    ])
  })

  test('a scale question is offered only when somebody answered it', () => {
    const text = { nl: 'Hoe ver?', en: 'How far?' }
    const point = { conversationId: 'a', start: '2026-05-01T10:00:00.000Z', coach: null, employee: 6 }
    const scales = [
      { question: 'goal-scale', text, course: [point] },
      { question: 'will-scale', text, course: [] },
    ]
    expect(ofKind('scale', { scales })).toEqual([
      {
        kind: 'scale',
        id: 'scale-goal-scale',
        question: 'goal-scale',
        text,
        points: [{ start: point.start, coach: null, employee: 6 }],
      },
    ])
  })

  test.each([
    ['nobody talked', [], { held: 0, longestGap: null }],
    [
      'one conversation has no time between',
      [conversation('a', '2026-05-01')],
      { held: 1, longestGap: null },
    ],
    [
      'the longest time between two conversations that took place',
      [
        conversation('a', '2026-05-01'),
        conversation('b', '2026-05-08'),
        conversation('c', '2026-05-15', { held: false }),
        conversation('d', '2026-05-22'),
      ],
      { held: 3, longestGap: 14 },
    ],
  ])(
    'the rhythm candidate holds the number of conversations and the longest gap: %s',
    (_why, conversations, expected) => {
      expect(ofKind('rhythm', { conversations, everyWeeks: 2 })).toEqual([
        { kind: 'rhythm', id: 'rhythm', everyWeeks: 2, ...expected },
      ])
    },
  )
})
