import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { Conversation, OpenedConversation, Summary } from '../../server/contract/conversation.ts'
import type { Answer, Api } from './api.ts'
import { until } from './until.ts'

export type Meeting = {
  iCalUId: string
  subject: string
  chatId: string
  joinUrl: string
  start: string
  end: string
}
export type GraphCall = { service: string; method: string; path: string; user: string | null; status: number }

/** What people do with their conversations, over the API. */
export function conversationsOf({ sandbox, as, now, request, token }: Api) {
  /** The meetings of a person with this subject that are still to come. */
  async function meetings(user: string, subject: string): Promise<Meeting[]> {
    const found = (await sandbox<{ meetings: Meeting[] }>('GET', `meetings?user=${user}@sandbox.example`))
      .meetings
    const from = await now()
    return found.filter((one) => one.subject.includes(subject) && one.end > from)
  }

  /**
   * Makes the pair of a meeting and opens its conversation as both.
   * @param reference by its link a meeting of another day would open the one of the series that is on now
   */
  async function conversation(
    coach: string,
    employee: string,
    meeting: Meeting,
    reference: MeetingReference = { iCalUId: meeting.iCalUId, start: meeting.start },
  ): Promise<Conversation> {
    await as(coach)('POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
    await as(employee)<OpenedConversation>('POST', '/api/conversations', reference)
    const opened = await as(coach)<OpenedConversation>('POST', '/api/conversations', reference)
    if (opened.body.kind !== 'conversation') throw new Error(`not opened: ${JSON.stringify(opened.body)}`)
    return opened.body.conversation
  }

  async function commit(user: string, conversationId: string, what: string): Promise<string> {
    const id = crypto.randomUUID()
    const made = await as(user)(
      'PUT',
      `/api/conversations/${conversationId}/commitments/${id}`,
      commitment({ what }),
    )
    if (made.status !== 200) throw new Error(JSON.stringify(made.body))
    return id
  }

  async function finish(user: string, conversationId: string): Promise<Answer<Conversation>> {
    const scope = 'summary-and-commitments'
    const { body } = await as(user)<Summary>(
      'GET',
      `/api/conversations/${conversationId}/summary?scope=${scope}`,
    )
    return as(user)<Conversation>('POST', `/api/conversations/${conversationId}/finish`, {
      scope,
      fingerprint: body.fingerprint,
    })
  }

  /** Waits until the publication of a conversation says what is asked for. */
  const publication = (
    user: string,
    conversationId: string,
    expected: (one: Conversation['publication']) => boolean,
  ) =>
    until(async () => {
      const { body } = await as(user)<Conversation>('GET', `/api/conversations/${conversationId}`)
      return expected(body.publication) ? body.publication : null
    })

  /** The body of an invite in somebody's mailbox. */
  async function invite(
    user: string,
    iCalUId: string,
  ): Promise<{ content: string; joinUrl: string | null; id: string }> {
    const window = new URLSearchParams({
      startDateTime: '2026-05-25T00:00:00Z',
      endDateTime: '2026-08-30T00:00:00Z',
      $top: '500',
      $select: 'iCalUId,body,isOnlineMeeting,onlineMeeting',
    })
    const { body } = await request<{
      value: {
        id: string
        iCalUId: string
        body: { content: string }
        onlineMeeting: { joinUrl: string } | null
      }[]
    }>(`/sandbox/graph/v1.0/me/calendarView?${window}`, { token: await token(user, 'graph') })
    const found = body.value.find((one) => one.iCalUId === iCalUId)
    if (!found) throw new Error('no such invite')
    return { content: found.body.content, joinUrl: found.onlineMeeting?.joinUrl ?? null, id: found.id }
  }

  return { meetings, conversation, commit, finish, publication, invite }
}

export const commitment = (more: object = {}) => ({
  owner: 'employee',
  what: 'Twee dagdelen blokkeren',
  firstStep: 'Vandaag inplannen',
  due: '2026-06-08',
  criterion: 'Niet verschoven',
  ifThen: '',
  ...more,
})

/** How often a body holds the sections that Groei writes. */
export const sections = (content: string): number =>
  content.match(/Groei · (samenvatting|summary)/g)?.length ?? 0
