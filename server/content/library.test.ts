import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { Question, Template } from '../contract/template.ts'
import { currentTemplate, questionsOf, templateById } from './library.ts'
import { questions } from './questions.ts'

test('the library has at least 25 questions, each valid, in two different languages', () => {
  expect(questions.length).toBeGreaterThanOrEqual(25)
  for (const question of questions) {
    expect(Value.Check(Question, question), question.id).toBe(true)
    expect(question.text.nl).not.toBe(question.text.en)
    expect(question.purpose.nl).not.toBe(question.purpose.en)
  }
  expect(new Set(questions.map((one) => one.id)).size).toBe(questions.length)
})

test('the template is valid, and names only questions that there are, and all of them', () => {
  const template = currentTemplate()
  expect(Value.Check(Template, template)).toBe(true)
  const named = template.steps.flatMap((step) => step.questions)
  expect(new Set(named)).toEqual(new Set(questions.map((one) => one.id)))
  expect(questionsOf(template).map((one) => one.id)).toEqual(named)
})

test('each step of notes offers three to five questions', () => {
  for (const step of currentTemplate().steps.filter((one) => one.kind === 'notes')) {
    expect(step.questions.length, step.id).toBeGreaterThanOrEqual(3)
    expect(step.questions.length, step.id).toBeLessThanOrEqual(5)
  }
})

test('a conversation takes about half an hour, and each text stands in two different languages', () => {
  const { steps, title } = currentTemplate()
  const talk = steps.filter((step) => step.kind !== 'preparation')
  expect(talk.reduce((sum, step) => sum + step.minutes, 0)).toBe(30)
  expect(title.nl).not.toBe(title.en)
  for (const step of steps) {
    expect(step.hint.nl).not.toBe(step.hint.en)
    // These two are the same word in Dutch.
    if (!['check-in', 'focus'].includes(step.id)) expect(step.title.nl).not.toBe(step.title.en)
  }
})

test('the steps stand in the order of the loop, GROW with its phases', () => {
  const { steps, commitmentLimit } = currentTemplate()
  expect(steps.map((step) => step.id).join(' ')).toBe(
    'preparation follow-up check-in focus goal reality options will commitments',
  )
  expect(steps.flatMap((step) => step.phase ?? [])).toEqual(['goal', 'reality', 'options', 'will'])
  expect(steps.find((step) => step.id === 'check-in')?.inSummary).toBe(false)
  expect(commitmentLimit).toBe(2)
  expect(questions.filter((one) => one.kind === 'scale').length).toBeGreaterThanOrEqual(3)
})

test('a version that was never published is not there', () => {
  expect(templateById('grow', 1)).toBe(currentTemplate())
  expect(templateById('grow', 99)).toBeNull()
})
