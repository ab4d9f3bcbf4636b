type Asked = { member: string; tenantId: string }

/**
 * The person and the tenant of a conversation that a bot asks for (Teams, "Proactive messages", create the conversation).
 * @returns why it is refused: a personal chat has one member, and Teams wants to know the tenant
 */
export function readNewConversation(body: unknown): Asked | string {
  const { members, tenantId, channelData, isGroup } = Object(body) as {
    members?: { id?: unknown }[]
    tenantId?: unknown
    channelData?: { tenant?: { id?: unknown } }
    isGroup?: unknown
  }
  const tenant = tenantId ?? channelData?.tenant?.id
  if (isGroup === true) return 'The sandbox makes personal conversations only.'
  if (!Array.isArray(members) || members.length !== 1) return 'Exactly one member is expected.'
  const member = members[0]?.id
  if (typeof member !== 'string') return 'The member has no id.'
  if (typeof tenant !== 'string') return 'Missing required field tenantId.'
  return { member, tenantId: tenant }
}
