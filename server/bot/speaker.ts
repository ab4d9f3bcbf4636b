import type { PersonKey } from '../contract/person-key.ts'

/** The part of an activity that says who speaks, and where. */
export type Inbound = {
  channelId?: string | undefined
  from: { id: string; name?: string | undefined; aadObjectId?: string | undefined }
  conversation: { id: string; tenantId?: string | undefined; conversationType?: string | undefined }
  serviceUrl?: string | undefined
  locale?: string | undefined
  channelData?: unknown
}

/** Teams names the tenant in the conversation, or only in its own part of the activity (BotFramework-Services 107). */
function tenantOf({ conversation, channelData }: Inbound): string {
  const inData = (channelData as { tenant?: { id?: unknown } | null } | null | undefined)?.tenant?.id
  return conversation.tenantId ?? (typeof inData === 'string' ? inData : '')
}

/**
 * Only people of our tenants, in Teams, and only alone with the bot: a card of mine is nobody else's. Azure Bot speaks with
 * other channels too (Web Chat, Direct Line), where anybody says who they are.
 * @returns null for everybody else
 */
export function speakerOf(activity: Inbound, tenantIds: string[]): PersonKey | null {
  const { channelId, from, conversation } = activity
  const tenantId = tenantOf(activity)
  const oid = from.aadObjectId
  const isAlone = channelId === 'msteams' && conversation.conversationType === 'personal'
  return oid && isAlone && tenantIds.includes(tenantId) ? { tenantId, oid } : null
}
