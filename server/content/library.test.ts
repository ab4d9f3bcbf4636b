import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { depths, Question, themes } from '../contract/question.ts'
import { phases } from '../contract/phase.ts'
import { Template } from '../contract/template.ts'
import {
  everyVersion,
  questionById,
  questionsOf,
  shippedTemplates,
  shippedVersion,
  standardTemplate,
} from './library.ts'
import { questions } from './questions.ts'
import { tags } from './questions/tags.ts'
import { growV1 } from './templates/grow-v1.ts'

test('the library has at least 60 questions, each valid and its own, in two different languages', () => {
  expect(questions.length).toBeGreaterThanOrEqual(60)
  for (const question of questions) {
    expect(Value.Check(Question, question), question.id).toBe(true)
    expect(question.text.nl).not.toBe(question.text.en)
    expect(question.purpose.nl).not.toBe(question.purpose.en)
  }
  for (const of of [
    (one: Question) => one.id,
    (one: Question) => one.text.nl,
    (one: Question) => one.text.en,
  ])
    expect(new Set(questions.map(of)).size).toBe(questions.length)
})

test('each part of a talk has at least five questions, from light to deep; each theme at least ten', () => {
  for (const phase of phases) {
    const fitting = questions.filter((one) => one.phases.includes(phase))
    expect(fitting.length, phase).toBeGreaterThanOrEqual(5)
    expect(new Set(fitting.map((one) => one.depth)), phase).toEqual(new Set(depths))
  }
  for (const theme of themes)
    expect(questions.filter((one) => one.theme === theme).length, theme).toBeGreaterThanOrEqual(10)
  expect(questions.filter((one) => one.kind === 'scale').length).toBeGreaterThanOrEqual(6)
})

test('each question has tags of its own in both languages, and there are no others', () => {
  expect(Object.keys(tags).sort()).toEqual(questions.map((one) => one.id).sort())
  for (const [id, { nl, en }] of Object.entries(tags)) {
    for (const words of [nl, en]) expect(words.split(' ').length, id).toBeGreaterThanOrEqual(2)
    expect(nl, id).not.toBe(en)
  }
})

test('a question asks: open or on a scale, short, and never for agreement', () => {
  for (const { id, kind, text } of questions)
    for (const words of [text.nl, text.en]) {
      expect(words.endsWith('?'), id).toBe(true)
      expect(words.length, id).toBeLessThanOrEqual(100)
      expect(words, id).not.toMatch(/vind je (ook )?niet|ben je het (er)?mee eens|don['’]t you|isn['’]t it/i)
      if (kind === 'scale') expect(words, id).toMatch(/ 1 (tot|to) 10/)
    }
})

test.each(everyVersion.map((one) => [`${one.id} ${one.version}`, one] as const))(
  'the template %s is valid, names questions that there are, and stands in two different languages',
  (_name, template) => {
    expect(Value.Check(Template, template)).toBe(true)
    const named = template.steps.flatMap((step) => step.questions)
    for (const id of named) expect(questionById(id), id).not.toBeNull()
    expect(new Set(questionsOf(template).map((one) => one.id))).toEqual(new Set(named))
    expect(template.title.nl).not.toBe(template.title.en)
    expect(template.description.nl).not.toBe(template.description.en)
    for (const step of template.steps) {
      expect(step.hint.nl).not.toBe(step.hint.en)
      // These two are the same word in Dutch.
      if (!['check-in', 'focus'].includes(step.id)) expect(step.title.nl).not.toBe(step.title.en)
    }
  },
)

test('each flow has one follow-up and one place for commitments, one or two of them, and fits in an hour', () => {
  for (const { id, steps, commitmentLimit } of everyVersion) {
    for (const kind of ['preparation', 'follow-up', 'commitments'] as const)
      expect(steps.filter((step) => step.kind === kind).length, `${id} ${kind}`).toBe(1)
    expect(commitmentLimit).toBeLessThanOrEqual(2)
    const talk = steps.filter((step) => step.kind !== 'preparation')
    expect(
      talk.reduce((sum, step) => sum + step.minutes, 0),
      id,
    ).toBeLessThanOrEqual(60)
    for (const step of steps.filter((one) => one.kind === 'notes')) {
      expect(step.questions.length, `${id} ${step.id}`).toBeGreaterThanOrEqual(3)
      expect(step.questions.length, `${id} ${step.id}`).toBeLessThanOrEqual(5)
    }
  }
})

test('a step that says it stays out of the invite does', () => {
  for (const { id, steps } of shippedTemplates)
    for (const { hint, inSummary, ...step } of steps)
      if (hint.nl.includes('niet in de uitnodiging')) expect(inSummary, `${id} ${step.id}`).toBe(false)
})

test('the standard is half an hour of GROW, with its steps where they always were', () => {
  for (const { steps } of [growV1, standardTemplate]) {
    expect(steps.map((step) => step.id).join(' ')).toBe(
      'preparation follow-up check-in focus goal reality options will commitments',
    )
    const talk = steps.filter((step) => step.kind !== 'preparation')
    expect(talk.reduce((sum, step) => sum + step.minutes, 0)).toBe(30)
    expect(steps.find((step) => step.id === 'check-in')?.inSummary).toBe(false)
  }
  expect(growV1.steps.map((step) => step.title)).toEqual(standardTemplate.steps.map((step) => step.title))
})

test('what is needed besides coaching is there: feedback, looking back, steering', () => {
  expect(new Set(shippedTemplates.map((one) => one.intent))).toEqual(
    new Set(['coaching', 'feedback', 'review', 'steering']),
  )
  expect(shippedTemplates.find((one) => one.id === 'short-check-in')?.steps.map((step) => step.id)).toEqual([
    'preparation',
    'follow-up',
    'check-in',
    'focus',
    'blockers',
    'commitments',
  ])
})

test('every version stays; one that never was is not there', () => {
  expect(shippedVersion('grow', 1)).toBe(growV1)
  expect(shippedVersion('grow', 2)).toBe(standardTemplate)
  expect(shippedVersion('grow', 99)).toBeNull()
})
