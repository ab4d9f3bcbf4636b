import type { Conversation } from '../../server/contract/conversation.ts'
import { commitment } from './conversations.ts'
import type { Tenant } from './tenant.ts'

/** A word that stands nowhere else, so that it is found wherever a copy of it lies. */
const word = (where: string) => `Zq${where}${crypto.randomUUID().slice(0, 8)}`

/** Types a word of its own everywhere the two can type, and leaves the notes open. @returns the words, by where */
export async function typeEverywhere(
  tenant: Tenant,
  { id, pair }: Pick<Conversation, 'id' | 'pair'>,
  coach: string,
  employee: string,
) {
  const { call } = tenant
  const path = `/api/conversations/${id}`
  const words = {
    notes: word('notes'),
    commitment: word('commitment'),
    firstStep: word('firstStep'),
    criterion: word('criterion'),
    ifThen: word('ifThen'),
    notLower: word('notLower'),
    coachQuestion: word('coachQuestion'),
    employeeQuestion: word('employeeQuestion'),
    review: word('review'),
    preparation: word('preparation'),
    privateNote: word('privateNote'),
  }
  const { text } = await tenant.join(0, employee, id)
  text.insert(0, words.notes)
  const commitmentId = crypto.randomUUID()
  const { commitment: what, firstStep, criterion, ifThen } = words
  const made = commitment({ what, firstStep, criterion, ifThen })
  await call(employee, 'PUT', `${path}/commitments/${commitmentId}`, made)
  for (const [user, asked] of [
    [coach, words.coachQuestion],
    [employee, words.employeeQuestion],
  ] as const) {
    const own = { kind: 'open', theme: 'collaboration', phases: ['focus'], depth: 'light', revision: 0 }
    const question = crypto.randomUUID()
    const body = { ...own, text: asked, purpose: asked, team: user === coach }
    await call(user, 'PUT', `/api/questions/own/${question}`, body)
    await call(user, 'POST', `${path}/asked`, { questionId: `own-${question}`, step: 'focus' })
    await call(user, 'PUT', `${path}/preparation`, {
      topics: [words.preparation],
      note: words.preparation,
      shared: user === coach,
      revision: 0,
    })
    await call(user, 'PUT', `${path}/private-note`, { text: words.privateNote, revision: 0 })
    await call(user, 'PUT', `${path}/rating`, { value: 4, showEachOther: true })
    await call(user, 'PUT', '/api/tips/guide')
    await call(user, 'PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
  }
  const scale = { value: 6, notLower: words.notLower, oneMore: '' }
  await call(coach, 'PUT', `${path}/scales/goal-scale`, scale)
  const period = { from: '2025-12-01', to: '2026-05-31' }
  const review = await call<{ id: string }>(coach, 'POST', `/api/pairs/${pair.id}/reviews`, period)
  await call(coach, 'PUT', `/api/reviews/${review.id}/text`, { text: words.review, revision: 0 })
  await tenant.finish(coach, id)
  return { words, commitmentId }
}
