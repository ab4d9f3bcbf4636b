import type { Act } from '../audit/act.ts'
import type { Entered } from './data.ts'

/**
 * That somebody did something in a conversation, for the trail.
 * @param about the commitment or question that it is about
 */
export const actOf = ({ conversation, member }: Entered, at: Date, about?: string): Act => ({
  tenantId: conversation.tenantId,
  pairId: conversation.pairId,
  who: member.role,
  talk: { id: conversation._id, start: conversation.meeting.start },
  at,
  ...(about === undefined ? {} : { about }),
})
