import { describe, expect } from 'vitest'
import type { TemplatePreview } from '../../server/contract/template.ts'
import type { TemplateFile } from '../../server/contract/template.ts'
import { pointers, templateHands } from '../support/templates.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let hands: ReturnType<typeof templateHands>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  hands = templateHands(tenant)
  // Only a coach or an admin has templates to put a file among.
  await tenant.conversation('sanne', 'milan', (await tenant.meetings('sanne', 'Milan'))[0]!)
})

describe('template files', () => {
  test('an exported file can be imported, and its errors are listed by place in the reader’s language', async () => {
    const exported = await tenant.as('sanne')<TemplateFile>('GET', '/api/templates/review/export?scope=team')
    expect(exported.body).toMatchObject({ format: 'groei-template', formatVersion: 1 })
    const load = (body: unknown, language?: string) =>
      tenant.as('sanne')<TemplatePreview>('POST', '/api/templates/import', body, language)
    expect((await load(exported.body)).body.template).toEqual(exported.body.template)
    const { template } = exported.body
    const wrong = {
      ...exported.body,
      template: {
        ...template,
        steps: template.steps.map((step) => ({
          ...step,
          id: 'same',
          questions: ['a-b', ...step.questions.slice(1)],
        })),
      },
    }
    const answer = await load(wrong, 'en')
    expect(answer.status).toBe(400)
    expect(pointers(answer)).toEqual([
      ...template.steps.flatMap((_step, at) => [
        ...(at > 0 ? [`/template/steps/${at}/id`] : []),
        `/template/steps/${at}/questions/0`,
      ]),
    ])
    expect(answer.body.errors?.at(-1)?.message).toBe(
      'The question “a-b” is not in the library and does not belong to your team.',
    )
    expect((await load({ ...wrong, formatVersion: 2 })).body.errors).toEqual([
      { pointer: '/formatVersion', message: 'Hier hoort 1.' },
    ])
    const steps = template.steps.map((step, at) => ({ ...step, nope: at }))
    expect(pointers(await load({ ...exported.body, template: { ...template, steps } }))).toEqual(
      steps.map(({ nope }) => `/template/steps/${nope}/nope`),
    )
    expect((await tenant.as('milan')('POST', '/api/templates/import', exported.body)).status).toBe(403)
  })

  test('huge, malformed and poisoned files are refused and change nothing', async () => {
    const token = await tenant.token('noor', 'api')
    const load = (raw: string) => tenant.request('/api/templates/import', { method: 'POST', token, raw })
    const template = JSON.stringify((await hands.entry('noor', 'organisation', 'review')).template)
    const file = (more: string) =>
      `{"format":"groei-template","formatVersion":1,"template":${template}${more}}`
    expect((await load(file(''))).status).toBe(200)
    for (const raw of [
      file(',"__proto__":{"isAdmin":true}'),
      file(',"constructor":{"prototype":{"isAdmin":true}}'),
      file(',"extra":1'),
      '{"format":',
      '[]',
      'null',
      '"text"',
      `{"format":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    ]) {
      const answer = await load(raw)
      expect([raw.slice(-40), answer.status]).toEqual([raw.slice(-40), 400])
      expect(answer.type).toContain('application/problem+json')
    }
    expect((await load(file(`,"extra":"${'x'.repeat(70_000)}"`))).status).toBe(413)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})
