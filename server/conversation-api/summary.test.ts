import { describe, expect, test } from 'vitest'
import { standardTemplate } from '../content/library.ts'
import type { Commitment } from '../contract/commitment.ts'
import { textLimits } from '../contract/limits.ts'
import { isEmpty, summaryOf } from './summary.ts'

const template = standardTemplate
const names = { coach: 'Sanne', employee: 'Milan' }
/** Each text names its step, so that one that should not be there is seen. */
const texts = Object.fromEntries(
  [...template.steps.map((step) => step.id), 'elsewhere'].map((id) => [id, `text of ${id}`]),
)
const commitment: Commitment = {
  id: 'secret-id',
  conversationId: 'secret-conversation',
  owner: 'employee',
  what: 'what',
  firstStep: 'first',
  due: '2026-06-09',
  criterion: 'criterion',
  ifThen: 'if',
  status: 'open',
  progress: [],
  followUps: [
    {
      conversationId: 'x',
      tried: 'secret tried',
      next: 'secret next',
      outcome: 'open',
      why: 'secret why',
      obstacle: 'secret obstacle',
      reshapedFrom: { what: 'secret wording', due: null, firstStep: '', criterion: '', ifThen: '' },
      at: '',
      by: 'coach',
    },
  ],
  revision: 1,
}

describe('summary for the invite', () => {
  test('a summary contains only steps that the template allows and fields of a commitment that are shown', () => {
    const summary = summaryOf('summary-and-commitments', template, texts, [commitment], names)
    expect(summary.steps.map((step) => step.text)).toEqual(
      ['focus', 'goal', 'reality', 'options', 'will'].map((id) => `text of ${id}`),
    )
    const everything = JSON.stringify(summary)
    for (const hidden of ['secret', 'check-in', 'elsewhere']) expect(everything).not.toContain(hidden)
  })

  test('a summary holds no more of a step than a page lets people type, and shows where it was cut', () => {
    const of = (goal: string) =>
      summaryOf('summary-and-commitments', template, { goal }, [], names).steps.map((step) => step.text)
    expect(of('a'.repeat(textLimits.step))).toEqual(['a'.repeat(textLimits.step)])
    expect(of(`${'a'.repeat(textLimits.step - 1)}😀${'b'.repeat(2_000_000)}`)).toEqual([
      `${'a'.repeat(textLimits.step - 1)}…`,
    ])
  })

  test('a summary with the scope commitments-only has the commitments and no steps', () => {
    const summary = summaryOf('commitments-only', template, texts, [commitment], names)
    expect(summary.steps).toEqual([])
    expect(summary.commitments).toEqual([
      {
        owner: 'Milan',
        what: 'what',
        firstStep: 'first',
        due: '2026-06-09',
        criterion: 'criterion',
        ifThen: 'if',
      },
    ])
  })

  test('the fingerprint changes with the shown content and with nothing else', () => {
    const print = (text: string, what: string, revision = 1) =>
      summaryOf(
        'summary-and-commitments',
        template,
        { goal: text, 'check-in': String(revision) },
        [{ ...commitment, what, revision }],
        names,
      ).fingerprint
    expect(print('a', 'b')).toBe(print('a', 'b', 7))
    expect(print('a', 'b')).not.toBe(print('a ', 'c'))
    expect(print('a', 'b')).not.toBe(print('x', 'b'))
  })

  test('a summary of blank texts is empty', () => {
    expect(isEmpty(summaryOf('summary-and-commitments', template, { goal: ' \n' }, [], names))).toBe(true)
  })

  test('a step called "constructor" has only the text that was written in it', () => {
    const [step] = template.steps.filter((one) => one.inSummary && one.kind === 'notes')
    const odd = { ...template, steps: [{ ...step!, id: 'constructor' }] }
    const textsIn = (written: object) =>
      summaryOf('summary-and-commitments', odd, written as never, [], names).steps.map(({ text }) => text)
    expect(textsIn({})).toEqual([])
    expect(textsIn({ constructor: 'Bouwen' })).toEqual(['Bouwen'])
  })
})
