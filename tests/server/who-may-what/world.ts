import type { InjectOptions } from 'fastify'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { TemplateSet } from '../../../server/contract/template.ts'
import { otherTenantId, tenantId } from '../../../infra/sandbox/seed/organisation.ts'
import { commitmentSpec } from '../../../server/commitment/collection.ts'
import { routesOf } from '../../support/routes.ts'
import { commitment } from '../../support/conversations.ts'
import { startTenant } from '../../support/tenant.ts'
import { finishingOf, formerPairs, period, typeInto, type Reference } from './former-pairs.ts'
import { people, roles, type Role } from './roles.ts'

/** A text that somebody typed, and who alone may ever read it. */
export type Sealed = { text: string; readers: Role[] }
export const sealed = {
  notes: { text: 'zegel-aantekening', readers: ['coach', 'employee'] },
  commitment: { text: 'zegel-afspraak', readers: ['coach', 'employee'] },
  shared: { text: 'zegel-gedeeld', readers: ['coach', 'employee'] },
  scale: { text: 'zegel-schaal', readers: ['coach', 'employee'] },
  teamQuestion: { text: 'zegel-teamvraag', readers: ['coach', 'employee'] },
  ownQuestion: { text: 'zegel-eigen-vraag', readers: ['coach'] },
  coachDraft: { text: 'zegel-concept-leidinggevende', readers: ['coach'] },
  employeeDraft: { text: 'zegel-concept-medewerker', readers: ['employee'] },
  coachNote: { text: 'zegel-eigen-notitie', readers: ['coach'] },
  reflection: { text: '"talked":83', readers: ['coach'] },
  organisationDraft: { text: 'zegel-gespreksvorm-organisatie', readers: ['admin'] },
  teamDraft: { text: 'zegel-gespreksvorm-team', readers: ['coach'] },
  formerNotes: { text: 'zegel-vroeger', readers: ['coach', 'former'] },
  leftNotes: { text: 'zegel-vertrokken', readers: ['admin'] },
  name: { text: 'Milan Bakker', readers: ['coach', 'employee'] },
  address: { text: 'milan@sandbox.example', readers: ['coach', 'employee'] },
} satisfies Record<string, Sealed>

/** What may not stand in anything that this role is told. */
export const hiddenFrom = (role: Role): string[] =>
  Object.values<Sealed>(sealed).flatMap(({ text, readers }) => (readers.includes(role) ? [] : [text]))

/** Templates with a draft in both scopes; of the last one it was published. */
const drafted = ['steering', 'feedback', 'review', 'first-conversation'] as const

export type World = Awaited<ReturnType<typeof startWorld>>

/** All routes that a server has, seen while one of several starts again. */
export async function rebuilt({ house }: World) {
  await house.launched.stop(1)
  return routesOf(() => house.launched.startProduct(undefined, 1))
}

/**
 * Sanne and Milan with a finished conversation, an open one and one to finish, full of texts; Tom, whom she coached until
 * lately; Ines, who left Noor; and everybody else.
 */
export async function startWorld(servers = 2) {
  const house = await startTenant({
    servers,
    settings: () => ({ TENANT_IDS: `${tenantId},${otherTenantId}` }),
  })
  const { call } = house
  const conversations = await house.meetings('sanne', 'Milan')
  const conversationOf = (which: number) => house.conversation('sanne', 'milan', conversations[which]!)
  const ended = await formerPairs(house, {
    former: sealed.formerNotes.text,
    left: sealed.leftNotes.text,
  })
  const tokens = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => {
        const person = people[role]
        return [role, person && (await house.token(person))] as const
      }),
    ),
  ) as Record<Role, string | null>

  async function fill(conversation: Conversation): Promise<string[]> {
    const path = `/api/conversations/${conversation.id}`
    const ids = [crypto.randomUUID(), crypto.randomUUID()]
    for (const id of ids)
      await call('sanne', 'PUT', `${path}/commitments/${id}`, commitment({ what: sealed.commitment.text }))
    await typeInto(house, 'milan', conversation, sealed.notes.text)
    return ids
  }
  const prepare = (user: string, { id }: Conversation, note: string, shared: boolean) =>
    call(user, 'PUT', `/api/conversations/${id}/preparation`, { topics: [note], note, shared, revision: 0 })
  const finishing = (conversation: Conversation) => finishingOf(call, 'sanne', conversation)

  const finished = await conversationOf(0)
  const open = await conversationOf(1)
  const toFinish = await conversationOf(2)
  const commitments = await fill(finished)
  await prepare('sanne', finished, sealed.shared.text, true)
  await call('sanne', 'PUT', `/api/conversations/${finished.id}/scales/goal-scale`, {
    value: 6,
    notLower: sealed.scale.text,
    oneMore: '',
  })
  // The other's shows beside one's own alone.
  const own = { value: 5, notLower: '', oneMore: '' }
  await call('milan', 'PUT', `/api/conversations/${finished.id}/scales/goal-scale`, own)
  await call('sanne', 'POST', `/api/conversations/${finished.id}/finish`, await finishing(finished))
  await prepare('sanne', open, sealed.coachDraft.text, false)
  await prepare('milan', open, sealed.employeeDraft.text, false)
  const reflection = { talked: 83, asked: 7, listened: 8, summarised: null, frames: 9, revision: 0 }
  await call('sanne', 'PUT', `/api/conversations/${open.id}/reflection`, reflection)
  await fill(toFinish)

  // Each of the two said something in the chat of a commitment that is theirs.
  const said = new Date('2026-06-01T09:00:00.000Z')
  const stored = await house.database().collection(commitmentSpec)
  const progress = Object.fromEntries(
    await Promise.all(
      (['coach', 'employee'] as const).map(async (role) => {
        const commitmentId = crypto.randomUUID()
        const text = commitment({ owner: role })
        await stored.insertOne({
          ...text,
          _id: commitmentId,
          tenantId,
          pairId: open.pair.id,
          conversationId: finished.id,
          slot: role === 'coach' ? 8 : 9,
          status: 'done',
          followUps: [],
          shownIn: [finished.id],
          progress: [{ text: 'Gaat goed', at: said, by: role }],
          createdAt: said,
          revision: 1,
        } as never)
        return [role, { commitmentId, at: said.toISOString() }] as const
      }),
    ),
  ) as Record<'coach' | 'employee', { commitmentId: string; at: string }>

  const question = { kind: 'open', theme: 'collaboration', phases: ['focus'], depth: 'light', revision: 0 }
  for (const [{ text }, team] of [
    [sealed.teamQuestion, true],
    [sealed.ownQuestion, false],
  ] as const)
    await call('sanne', 'PUT', `/api/questions/own/${crypto.randomUUID()}`, {
      ...question,
      text,
      purpose: text,
      team,
    })
  for (const [user, scope, { text }] of [
    ['noor', 'organisation', sealed.organisationDraft],
    ['sanne', 'team', sealed.teamDraft],
  ] as const) {
    const set = await call<TemplateSet>(user, 'GET', `/api/templates?scope=${scope}`)
    for (const id of drafted) {
      const now = set.entries.find((one) => one.template?.id === id)?.template
      // Only the first stays a draft whatever is asked: what is published, everybody of the scope may read.
      const template = id === drafted[0] ? { ...now, title: { nl: text, en: text } } : now
      await call(user, 'PUT', `/api/templates/${id}/draft?scope=${scope}`, { template, revision: 0 })
    }
    await call(user, 'POST', `/api/templates/first-conversation/publish?scope=${scope}`, { revision: 1 })
  }

  const review = await call<{ id: string }>('sanne', 'POST', `/api/pairs/${open.pair.id}/reviews`, period)
  await call('sanne', 'PUT', `/api/conversations/${open.id}/private-note`, {
    text: sealed.coachNote.text,
    revision: 0,
  })

  /** What is asked for by all who do not ask for what was theirs. */
  const present = {
    review,
    finished,
    open,
    toFinish,
    meeting: { joinUrl: await joinUrlOf(), start: open.meeting.start } satisfies Reference,
    finishing: await finishing(toFinish),
  }
  return {
    house,
    tokens,
    ...present,
    ended,
    /** The pair and the conversations that a role asks for. */
    askedBy: (role: Role) => (role === 'former' || role === 'left' ? ended[role] : present),
    /** Made in the finished conversation: one for each of the two to follow up. */
    commitments,
    progress,
    question,
    reflection,
    template: open.template,
    /** Asks one of the servers as one of these people. */
    async ask(role: Role, request: InjectOptions, server = 0) {
      const token = tokens[role]
      const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...request.headers }
      return house.app(server).inject({ ...request, headers })
    },
    close: house.close,
  }

  async function joinUrlOf(): Promise<string> {
    type Meetings = { meetings: { start: string; joinUrl: string }[] }
    const { meetings } = await house.sandbox<Meetings>('GET', 'meetings?user=sanne@sandbox.example')
    const at = Date.parse(open.meeting.start)
    return meetings.find((one) => Date.parse(one.start) === at)!.joinUrl
  }
}
