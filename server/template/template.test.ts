import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedTemplates, standardTemplate } from '../content/library.ts'
import type { Aspect, Template } from '../contract/template.ts'
import { checkFile, checkTemplate } from './check.ts'
import { organisation, type TemplateDocument } from './collection.ts'
import { effectiveSet, offered, standardOf } from './effective.ts'
import { beyondOpen } from './fit.ts'

const [grow, short] = shippedTemplates as [Template, Template]
const published = (template: Template, owner = organisation): TemplateDocument => ({
  _id: `t.${owner}.${template.id}`,
  tenantId: 't',
  owner,
  templateId: template.id,
  published: { template, at: new Date(0), by: 'somebody' },
  draft: null,
  lastVersion: template.version,
  revision: 1,
})
const pointers = (value: unknown) => {
  const checked = checkTemplate(value, null, 'en')
  return checked.ok ? [] : checked.errors.map((one) => one.pointer)
}
const withStep = (at: number, more: object) => ({
  ...grow,
  steps: grow.steps.map((step, place) => (place === at ? { ...step, ...more } : step)),
})

/** With the follow-up after what comes next. */
const later = ([first, followUp, next, ...others]: Template['steps']) => [first!, next!, followUp!, ...others]

describe('template validation', () => {
  test('every shipped template is valid as it is and fits itself', () => {
    for (const template of shippedTemplates) {
      expect(checkTemplate(template, template.id, 'nl')).toEqual({ ok: true, value: template })
      expect(beyondOpen(template, template)).toEqual([])
      expect(checkFile({ format: 'groei-template', formatVersion: 1, template }, 'nl').ok).toBe(true)
    }
  })

  test.each<[string, unknown, string[]]>([
    ['nothing', null, ['/']],
    ['an empty title', { ...grow, title: { nl: ' ', en: 'x' } }, ['/title/nl']],
    ['a language that is missing', { ...grow, title: { nl: 'x' } }, ['/title/en']],
    ['six commitments', { ...grow, commitmentLimit: 6 }, ['/commitmentLimit']],
    [
      'two questions in a step',
      withStep(3, { questions: ['focus-most', 'focus-lift'] }),
      ['/steps/3/questions'],
    ],
    ['one question twice', withStep(3, { questions: ['a', 'b', 'a'] }), ['/steps/3/questions']],
    ['a preparation in the invite', withStep(0, { inSummary: true }), ['/steps/0/inSummary']],
    ['no follow-up', { ...grow, steps: grow.steps.filter((one) => one.kind !== 'follow-up') }, ['/steps']],
    ['a preparation at the end', { ...grow, steps: [...grow.steps].reverse() }, ['/steps/7', '/steps']],
    ['a follow-up that comes later', { ...grow, steps: later(grow.steps) }, ['/steps/2']],
    ['a follow-up that is about goals', withStep(1, { phase: 'goal' }), ['/steps/1/phase']],
    ['two steps of one name', withStep(3, { id: 'goal' }), ['/steps/4/id']],
    ['a step named as every object is made', withStep(3, { id: 'constructor' }), ['/steps/3/id']],
    ['a step named as the screen behind the last', withStep(3, { id: 'finish' }), ['/steps/3/id']],
    ['a step named otherwise', withStep(3, { id: 'Goal/1' }), ['/steps/3/id']],
  ])('a template with %s is refused with exactly the expected errors', (_name, value, expected) => {
    expect(pointers(value)).toEqual(expected)
  })

  test('every validation error has a message in both languages', () => {
    const say = (language: 'nl' | 'en') => {
      const checked = checkTemplate(
        withStep(0, { minutes: 0, kind: 'song', id: 5, extra: 1 }),
        'grow',
        language,
      )
      return checked.ok ? [] : checked.errors.map((one) => one.message)
    }
    expect(say('nl')).toHaveLength(4)
    for (const [at, words] of say('nl').entries()) {
      expect(words).toMatch(/\.$/)
      expect(words).not.toBe(say('en')[at])
    }
  })

  test('any JSON value is either accepted as a template or refused with errors', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const checked = checkTemplate(value, null, 'nl')
        expect(checked.ok || checked.errors.length > 0).toBe(true)
      }),
    )
  })
})

describe('adaptation of a template by a team', () => {
  const changes: Record<Aspect, (one: Template) => Template> = {
    wording: (one) => ({ ...one, steps: one.steps.map((step) => ({ ...step, hint: { nl: 'a', en: 'b' } })) }),
    order: (one) => ({ ...one, steps: [...one.steps.slice(0, 2), ...one.steps.slice(2).reverse()] }),
    questions: (one) => ({ ...one, steps: one.steps.map((step) => ({ ...step, questions: [] })) }),
    limits: (one) => ({
      ...one,
      questionLimit: 5,
      steps: one.steps.map((step) => ({ ...step, minutes: 60 })),
    }),
  }
  const aspects = Object.keys(changes) as Aspect[]

  test('a team may change exactly the open aspects, in any combination', () => {
    fc.assert(
      fc.property(fc.subarray(aspects), fc.subarray(aspects), (open, changed) => {
        const base = { ...grow, open }
        const adapted = changed.reduce((one, aspect) => changes[aspect](one), base)
        const beyond = new Set(beyondOpen(base, adapted).map((one) => one.why))
        expect(beyond).toEqual(new Set(changed.filter((aspect) => !open.includes(aspect))))
      }),
    )
  })

  test('a team may never change the steps, their purpose or what goes into the invite', () => {
    const pointersOf = (adapted: Template) =>
      beyondOpen(grow, adapted).map(({ pointer, why }) => [pointer, why])
    expect(pointersOf({ ...grow, intent: 'review' })).toEqual([['/intent', 'never']])
    expect(pointersOf(withStep(2, { inSummary: true }))).toEqual([['/steps/2/inSummary', 'never']])
    expect(pointersOf({ ...grow, steps: grow.steps.slice(0, -1) })).toEqual([['/steps', 'never']])
    expect(pointersOf({ ...grow, commitmentLimit: 3 })).toEqual([['/commitmentLimit', 'tooMany']])
    expect(beyondOpen({ ...grow, commitmentLimit: 4 }, { ...grow, commitmentLimit: 3 })).toEqual([])
    const one = { ...grow, commitmentLimit: 1 }
    expect(beyondOpen(one, { ...one, commitmentLimit: 2 }).map(({ why }) => why)).toEqual(['tooMany'])
  })

  test('the order of the fields in a template file makes no difference', () => {
    const turned = JSON.parse(
      JSON.stringify({ ...grow, open: [] }, (_key, one: unknown) =>
        one && typeof one === 'object' && !Array.isArray(one)
          ? Object.fromEntries(Object.entries(one).reverse())
          : one,
      ),
    ) as Template
    expect(beyondOpen({ ...grow, open: [] }, turned)).toEqual([])
  })
})

describe('effective and default templates', () => {
  test('a team’s template wins over the organisation’s, and the organisation’s over the shipped one', () => {
    const from = (organisations: Template[], team: Template[]) =>
      effectiveSet(
        organisations.map((one) => published(one)),
        team.map((one) => published(one, 'coach')),
        [],
      ).find((one) => one.template.id === 'grow')
    expect(from([], [])).toMatchObject({ from: 'shipped', reference: { id: 'grow', version: 1 } })
    expect(from([{ ...grow, version: 7 }], [])).toMatchObject({
      from: 'organisation',
      reference: { id: 'grow', version: 7, owner: 'organisation' },
    })
    expect(from([{ ...grow, version: 7 }], [{ ...grow, version: 3 }])).toMatchObject({
      from: 'team',
      reference: { id: 'grow', version: 3, owner: 'coach' },
      setAside: false,
    })
    expect(from([{ ...grow, intent: 'review' }], [grow])).toMatchObject({
      from: 'organisation',
      setAside: true,
    })
  })

  test('a default template exists whatever is switched off or chosen', () => {
    const ids = [...shippedTemplates.map((one) => one.id), 'career']
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...ids, 'gone'), fc.boolean(), (off, chosen, own) => {
        const set = effectiveSet(own ? [published({ ...short, id: 'career' })] : [], [], off)
        const standard = standardOf(set, chosen)
        expect(offered(set)).toContain(standard)
        if (set.some((one) => one.on && one.template.id === chosen))
          expect(standard?.template.id).toBe(chosen)
      }),
    )
    expect(standardOf(effectiveSet([], [], []), 'grow')?.template).toBe(standardTemplate)
    const usual = (off: string[]) => standardOf(effectiveSet([], [], off), 'grow', 'review')?.template.id
    expect([usual([]), usual(['review'])]).toEqual(['review', 'grow'])
  })
})
