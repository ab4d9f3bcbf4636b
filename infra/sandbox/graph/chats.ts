import type { Chat } from '@microsoft/microsoft-graph-types'
import type { FastifyInstance } from 'fastify'
import { isInvited } from '../calendar/mailbox.ts'
import type { Item, Person } from '../model.ts'
import type { Store } from '../store.ts'
import { GraphRefusal } from './refusal.ts'
import { select } from './select.ts'
import type { Graph } from './service.ts'
import type { Query } from './window.ts'

type Meeting = { item: Item; joinUrl: string; attendees: Item['attendees'] }

/** The meeting of a chat: of a whole series, or of one occurrence that got an online meeting of its own. */
function meetingOf(store: Store, chatId: string): Meeting | null {
  for (const item of store.state.items) {
    for (const one of [item, ...Object.values(item.exceptions)]) {
      if (one.online?.chatId === chatId) {
        return { item, joinUrl: one.online.joinUrl, attendees: one.attendees ?? item.attendees }
      }
    }
  }
  return null
}

/** Everybody who is or was invited to any occurrence is in the chat. */
const isMember = (store: Store, person: Person, { item, attendees }: Meeting): boolean =>
  item.organiser === person.oid ||
  isInvited(store, person, attendees) ||
  Object.values(item.exceptions).some((one) => isInvited(store, person, one.attendees ?? []))

export function chats(app: FastifyInstance, { store, enter }: Graph): void {
  app.get<{ Params: { id: string }; Querystring: Query }>('/chats/:id', async (request) => {
    const person = await enter(request, ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'])
    const { id } = request.params
    const meeting = meetingOf(store, id)
    const organiser = store.state.people.find((one) => one.oid === meeting?.item.organiser)
    if (!meeting || organiser?.tenantId !== person.tenantId) {
      throw new GraphRefusal(404, 'NotFound', 'NotFound')
    }
    if (!isMember(store, person, meeting)) throw new GraphRefusal(403, 'Forbidden', 'Forbidden')
    return select(resource(id, meeting, organiser), request.query['$select'], 'chat')
  })
}

const resource = (id: string, { item, joinUrl }: Meeting, organiser: Person): Chat => ({
  id,
  topic: item.subject,
  createdDateTime: item.createdAt,
  lastUpdatedDateTime: item.createdAt,
  chatType: 'meeting',
  webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(id)}/0?tenantId=${organiser.tenantId}`,
  tenantId: organiser.tenantId,
  isHiddenForAllMembers: false,
  viewpoint: { isHidden: false, lastMessageReadDateTime: item.createdAt },
  onlineMeetingInfo: {
    // Often empty for meetings made in Outlook (docs/platform-facts.md, From the side panel to the event).
    calendarEventId: null,
    joinWebUrl: joinUrl,
    organizer: { id: organiser.oid, displayName: null, userIdentityType: 'aadUser' },
  },
})
