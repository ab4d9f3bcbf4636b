import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { depths, Question, themes } from '../contract/question.ts'
import { phases } from '../contract/phase.ts'
import { Template } from '../contract/template.ts'
import { questionById, questionsOf, shippedTemplates, shippedVersion, standardTemplate } from './library.ts'
import { questions } from './questions.ts'
import { tags } from './questions/tags.ts'

describe('question library', () => {
  test('the library has at least 60 valid, distinct questions in two different languages', () => {
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

  test('every phase has at least five questions of all depths, and every theme has at least ten questions', () => {
    for (const phase of phases) {
      const fitting = questions.filter((one) => one.phases.includes(phase))
      expect(fitting.length, phase).toBeGreaterThanOrEqual(5)
      expect(new Set(fitting.map((one) => one.depth)), phase).toEqual(new Set(depths))
    }
    for (const theme of themes)
      expect(questions.filter((one) => one.theme === theme).length, theme).toBeGreaterThanOrEqual(10)
    expect(questions.filter((one) => one.kind === 'scale').length).toBeGreaterThanOrEqual(6)
  })

  test('every question has tags in both languages, and no tags belong to an unknown question', () => {
    expect(Object.keys(tags).sort()).toEqual(questions.map((one) => one.id).sort())
    for (const [id, { nl, en }] of Object.entries(tags)) {
      for (const words of [nl, en]) expect(words.split(' ').length, id).toBeGreaterThanOrEqual(2)
      expect(nl, id).not.toBe(en)
    }
  })

  test('every question is a short question that does not ask for agreement', () => {
    for (const { id, kind, text } of questions)
      for (const words of [text.nl, text.en]) {
        expect(words.endsWith('?'), id).toBe(true)
        expect(words.length, id).toBeLessThanOrEqual(100)
        expect(words, id).not.toMatch(
          /vind je (ook )?niet|ben je het (er)?mee eens|don['’]t you|isn['’]t it/i,
        )
        if (kind === 'scale') expect(words, id).toMatch(/ 1 (tot|to) 10/)
      }
  })
})

describe('shipped templates', () => {
  test.each(shippedTemplates.map((one) => [`${one.id} ${one.version}`, one] as const))(
    'the template %s is valid, names existing questions and has texts in two different languages',
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

  test('every template has one preparation, follow-up and commitments step and fits in an hour', () => {
    for (const { id, steps, commitmentLimit } of shippedTemplates) {
      for (const kind of ['preparation', 'follow-up', 'commitments'] as const)
        expect(steps.filter((step) => step.kind === kind).length, `${id} ${kind}`).toBe(1)
      expect(commitmentLimit).toBeLessThanOrEqual(2)
      const conversation = steps.filter((step) => step.kind !== 'preparation')
      expect(
        conversation.reduce((sum, step) => sum + step.minutes, 0),
        id,
      ).toBeLessThanOrEqual(60)
      for (const step of steps.filter((one) => one.kind === 'notes')) {
        expect(step.questions.length, `${id} ${step.id}`).toBeGreaterThanOrEqual(3)
        expect(step.questions.length, `${id} ${step.id}`).toBeLessThanOrEqual(5)
      }
    }
  })

  test('a step whose hint says that it stays out of the invite is not in the summary', () => {
    for (const { id, steps } of shippedTemplates)
      for (const { hint, inSummary, ...step } of steps)
        if (hint.nl.includes('niet in de uitnodiging')) expect(inSummary, `${id} ${step.id}`).toBe(false)
  })

  test('the standard template is half an hour of GROW', () => {
    const { steps } = standardTemplate
    expect(steps.map((step) => step.id).join(' ')).toBe(
      'preparation follow-up check-in focus goal reality options will commitments',
    )
    const conversation = steps.filter((step) => step.kind !== 'preparation')
    expect(conversation.reduce((sum, step) => sum + step.minutes, 0)).toBe(30)
    expect(steps.find((step) => step.id === 'check-in')?.inSummary).toBe(false)
  })

  test('the shipped templates cover coaching, feedback, review and steering', () => {
    expect(new Set(shippedTemplates.map((one) => one.intent))).toEqual(
      new Set(['coaching', 'feedback', 'review', 'steering']),
    )
    expect(shippedTemplates.find((one) => one.id === 'short-check-in')?.steps.map((step) => step.id)).toEqual(
      ['preparation', 'follow-up', 'check-in', 'focus', 'blockers', 'commitments'],
    )
  })

  test('every shipped version can be looked up, and an unknown version is null', () => {
    expect(shippedVersion('grow', 1)).toBe(standardTemplate)
    expect(shippedVersion('grow', 99)).toBeNull()
  })
})
