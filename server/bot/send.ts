import type { App } from '@microsoft/teams.apps'
import type { PersonDocument } from '../person/collection.ts'
import type { Sending } from '../reminder/delivery.ts'
import type { Item } from '../reminder/resolve-data.ts'
import type { CardContext } from './card-parts.ts'
import { itemLine, reminderCard } from './cards.ts'
import { connectorFailure } from './connector-failure.ts'
import { digestCard } from './list-cards.ts'
import { cardActivity } from './message.ts'
import { pace } from './pace.ts'

/** A tenant's app may send thirty a second; this share lets three servers send at once. */
const perSecond = 10

/** Sends reminders through the connector of the person's own region, one message for all that there is to say. */
export function sendReminders(bot: App, contextOf: (person: PersonDocument) => Promise<CardContext>) {
  const turn = pace(perSecond)
  return async (person: PersonDocument, items: Item[]): Promise<Sending> => {
    const { chat } = person
    const [first, ...more] = items
    if (!chat || !first) return { ok: false, kind: 'absent', code: 'no-chat' }
    const context = await contextOf(person)
    const card = more.length > 0 ? digestCard(items, context) : reminderCard(first, context)
    const summary = more.length > 0 ? context.texts.digest(items.length) : itemLine(first, context)
    await turn(person.tenantId)
    try {
      const api = bot.api.clone({ serviceUrl: chat.serviceUrl })
      const { id } = await api.conversations.createActivity(chat.conversationId, cardActivity(card, summary))
      return { ok: true, activityId: id }
    } catch (error) {
      return connectorFailure(error)
    }
  }
}
