import { groei } from '../directory/registrations.ts'
import { sign } from '../keys.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { conversationIdOf, userIdOf } from './chat.ts'

export type BotAnswer = { status: number; body: unknown }

/** Sends the bot what happened in a person's chat, as Teams does: signed by the service, in real time. */
export function toBot(store: Store, addresses: { connector: () => string; endpoint: () => string }) {
  return async (person: Person, activity: object): Promise<BotAnswer> => {
    const { appId } = groei(store)
    const now = Math.floor(Date.now() / 1000)
    const token = await sign(store, {
      iss: addresses.connector(),
      aud: appId,
      serviceurl: addresses.connector(),
      nbf: now,
      exp: now + 300,
    })
    const response = await fetch(addresses.endpoint(), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        id: crypto.randomUUID(),
        timestamp: store.now().toISOString(),
        channelId: 'msteams',
        serviceUrl: addresses.connector(),
        from: { id: userIdOf(person), name: person.name, aadObjectId: person.oid },
        recipient: { id: `28:${appId}`, name: 'Groei' },
        conversation: {
          id: conversationIdOf(person),
          tenantId: person.tenantId,
          conversationType: 'personal',
        },
        channelData: { tenant: { id: person.tenantId } },
        locale: person.locale,
        ...activity,
      }),
    })
    // A bot that is down is nothing to the service; what it says is JSON, and a proxy's words are not its own.
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') && text
    return { status: response.status, body: json ? (JSON.parse(text) as unknown) : null }
  }
}
