import type { AuditEvent } from '../audit/event.ts'
import type { Member } from '../pair/collection.ts'
import type { ListedConversation } from './collection.ts'

/**
 * An audit event of one of the two in a conversation.
 * @param about the commitment or question that it is about
 */
export const eventOf = (
  { conversation, member }: { conversation: ListedConversation; member: Pick<Member, 'role'> },
  at: Date,
  about?: string,
): AuditEvent => ({
  tenantId: conversation.tenantId,
  pairId: conversation.pairId,
  who: member.role,
  conversation: { id: conversation._id, start: conversation.meeting.start },
  at,
  ...(about === undefined ? {} : { about }),
})
