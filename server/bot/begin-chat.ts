import type { App } from '@microsoft/teams.apps'
import type { PersonKey } from '../contract/person-key.ts'
import type { Chat } from '../person/collection.ts'
import type { SendingFailure } from '../reminder/delivery.ts'
import { connectorFailure } from './connector-failure.ts'

/**
 * The chat with a person in whose Teams the bot is, though nothing told it so: an installation through Graph may bring no
 * activity, and one that is there already brings none (docs/platform-facts.md, The bot). Asking again gives the same chat.
 * Graph names a chat too, but one that the connector may not know.
 * @param service the address for all regions: theirs comes with the first activity
 */
export async function beginChat(
  bot: App,
  service: string,
  { tenantId, oid }: PersonKey,
): Promise<{ ok: true; chat: Chat } | SendingFailure> {
  try {
    const api = bot.api.clone({ serviceUrl: service })
    const { id } = await api.conversations.create({ tenantId, members: [{ id: oid, role: 'user' }] })
    return { ok: true, chat: { conversationId: id, serviceUrl: service, userId: null } }
  } catch (error) {
    return connectorFailure(error)
  }
}
