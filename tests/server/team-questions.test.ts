import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Proposals } from '../../server/contract/question.ts'
import type { Template, TemplateFile, TemplatePreview } from '../../server/contract/template.ts'
import { pointers, templateHands } from '../support/templates.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let hands: ReturnType<typeof templateHands>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  hands = templateHands(tenant)
  meetings = await tenant.meetings('sanne', 'Milan')
  // Sanne is a coach from her first conversation on.
  await next()
})
const next = () => tenant.conversation('sanne', 'milan', meetings.shift()!)

const input = {
  kind: 'scale',
  text: 'Hoe goed slaap je, van 1 tot 10?',
  purpose: 'Om te horen of er rust is.',
  theme: 'check-in',
  phases: ['check-in'],
  depth: 'light',
  team: true,
}
const write = (user: string, id: string, revision: number, more: object = {}) =>
  tenant.as(user)('PUT', `/api/questions/own/${id}`, { ...input, ...more, revision })
/** The questions of the standard template's check-in, in a draft. */
const naming =
  (...questions: string[]) =>
  (one: Template): Template => ({
    ...one,
    steps: one.steps.map((step) => (step.id === 'check-in' ? { ...step, questions } : step)),
  })
const others = ['check-in-mind', 'check-in-proud']
const words = (conversation: Conversation, id: string) =>
  conversation.questions.find((one) => one.id === id)?.text.nl

describe('team questions in templates', () => {
  test('a coach’s template holds their team’s questions as they read when it was published', async () => {
    const id = crypto.randomUUID()
    const name = `own-${id}`
    expect((await write('sanne', id, 0)).status).toBe(200)
    await hands.change('sanne', 'team', 'grow', naming(name, ...others))
    const first = await next()
    expect(words(first, name)).toBe(input.text)

    await write('sanne', id, 1, { text: 'Hoe rust je uit, van 1 tot 10?' })
    // What somebody sends as a question's words is not what counts.
    await hands.change('sanne', 'team', 'grow', (one) => ({
      ...naming(...others, name)(one),
      questions: one.questions!.map((each) => ({ ...each, text: { nl: 'Verzonnen?', en: 'Made up?' } })),
    }))
    const second = await next()
    expect(words(second, name)).toBe('Hoe rust je uit, van 1 tot 10?')
    await tenant.as('sanne')('DELETE', `/api/questions/own/${id}?revision=2`)

    const read = async (conversation: Conversation) =>
      (await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)).body
    expect(words(await read(first), name)).toBe(input.text)
    expect(words(await read(second), name)).toBe('Hoe rust je uit, van 1 tot 10?')
    // The employee has it proposed and answers it, though it is on nobody's shelf any more.
    const path = `/api/conversations/${second.id}`
    const { body } = await tenant.as('milan')<Proposals>('GET', `${path}/questions?step=check-in`)
    expect(body.questions).toContainEqual(
      expect.objectContaining({ id: name, source: 'team', why: 'template' }),
    )
    const said = { value: 7, notLower: '', oneMore: '' }
    expect((await tenant.as('milan')('PUT', `${path}/scales/${name}`, said)).status).toBe(200)

    // Changed once more, it keeps what it held; without it, it is gone.
    const later = await hands.change('sanne', 'team', 'grow', (one) => ({ ...one, commitmentLimit: 1 }))
    expect(later.template?.questions).toMatchObject([{ id: name }])
    const without = await hands.change('sanne', 'team', 'grow', naming('check-in-energy', ...others))
    expect(without.template).not.toHaveProperty('questions')
  })

  test('a template cannot name a private question or a team question of somebody else', async () => {
    const [team, mine] = [crypto.randomUUID(), crypto.randomUUID()]
    await write('sanne', team, 0)
    await write('sanne', mine, 0, { team: false })
    const refused = async (user: string, scope: 'team' | 'organisation', id: string) => {
      const now = await hands.entry(user, scope, 'feedback')
      const changed = naming(`own-${id}`, ...others)(now.template!)
      const held = { id: `own-${id}`, ...input, text: { nl: 'x', en: 'x' }, purpose: { nl: 'x', en: 'x' } }
      const { team: _team, ...question } = held
      const draft = await hands.draft(user, scope, { ...changed, questions: [question] }, now.revision)
      expect([draft.status, pointers(draft)]).toEqual([400, ['/template/steps/2/questions/0']])
    }
    await refused('sanne', 'team', mine)
    await refused('noor', 'organisation', team)
    const [meeting] = await tenant.meetings('noor', 'Bijpraten Noor en Sanne')
    await tenant.conversation('noor', 'sanne', meeting!)
    await refused('noor', 'team', team)
  })

  test('a template file with a team question is imported by its coach and refused for anybody else', async () => {
    const id = crypto.randomUUID()
    await write('sanne', id, 0)
    await hands.change('sanne', 'team', 'review', (one) => ({
      ...one,
      steps: one.steps.map((step) =>
        step.id === 'together' ? { ...step, questions: [...step.questions, `own-${id}`] } : step,
      ),
    }))
    const { body } = await tenant.as('sanne')<TemplateFile>('GET', '/api/templates/review/export?scope=team')
    const preview = await tenant.as('sanne')<TemplatePreview>('POST', '/api/templates/import', body)
    expect(preview.body.questions).toContainEqual(expect.objectContaining({ id: `own-${id}` }))
    const elsewhere = await tenant.as('noor')('POST', '/api/templates/import', body)
    expect([elsewhere.status, pointers(elsewhere)]).toEqual([400, ['/template/steps/4/questions/3']])
  })
})
