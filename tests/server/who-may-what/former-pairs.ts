import type { Conversation, OpenedConversation, Summary } from '../../../server/contract/conversation.ts'
import { conversationSpec } from '../../../server/conversation/collection.ts'
import type { Meeting } from '../../support/conversations.ts'
import type { Tenant } from '../../support/tenant.ts'
import { until } from '../../support/until.ts'

type Call = Tenant['call']
export type Reference = { joinUrl: string; start: string }

export const period = { from: '2025-12-01', to: '2026-05-31' }

/** What would be finished with, as it reads now. */
export async function finishingOf(call: Call, user: string, { id }: Conversation) {
  const scope = 'summary-and-commitments'
  const { fingerprint } = await call<Summary>(user, 'GET', `/api/conversations/${id}/summary?scope=${scope}`)
  return { scope, fingerprint }
}

/** Types into the notes of a conversation. */
export async function typeInto(house: Tenant, user: string, { id }: Conversation, typed: string) {
  const { text, provider } = await house.join(0, user, id)
  const conversations = await house.database().collection(conversationSpec)
  text.insert(0, typed)
  await until(async () => {
    const { notes } = (await conversations.findOne({ _id: id }))!
    return notes.texts['goal'] ? true : null
  })
  provider.destroy()
}

const daysAfter = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString()

/** Two pairs that ended after a conversation of theirs: of one an employee left, the other one is all there still. */
export async function formerPairs(house: Tenant, texts: { former: string; left: string }) {
  const { call } = house
  const meetingOf = async (user: string, name: string) => (await house.meetings(user, name))[0]!

  async function begin(coach: string, employee: string, meeting: Meeting, text: string) {
    const reference: Reference = { joinUrl: meeting.joinUrl, start: meeting.start }
    await call(coach, 'POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
    await call(employee, 'POST', '/api/conversations', reference)
    const opened = await call<OpenedConversation>(coach, 'POST', '/api/conversations', reference)
    if (opened.kind !== 'conversation') throw new Error('not opened')
    const { conversation } = opened
    await typeInto(house, employee, conversation, text)
    const pairPath = `/api/pairs/${conversation.pair.id}`
    const review = await call<{ id: string }>(coach, 'POST', `${pairPath}/reviews`, period)
    const finishing = await finishingOf(call, employee, conversation)
    const held = { open: conversation, toFinish: conversation, finished: conversation }
    return { ...held, review, finishing, meeting: reference, pairPath }
  }

  const withSanne = await meetingOf('sanne', 'Tom')
  const withNoor = await meetingOf('noor', 'Ines')
  const former = await begin('sanne', 'tom', withSanne, texts.former)
  const left = await begin('noor', 'ines', withNoor, texts.left)
  // Both have begun, for a conversation that begins after the end would be a new pair's; and Tom's with Milan is over too.
  await house.moveTo(daysAfter(withNoor.end, 2))
  await call('sanne', 'POST', `${former.pairPath}/end`)
  await call('ines', 'DELETE', left.pairPath)
  return { former, left }
}
