import type { App } from '@microsoft/teams.apps'
import type { PersonDocument } from '../person/collection.ts'
import { sendingOf, type Sending } from '../reminder/delivery.ts'
import type { Item } from '../reminder/resolve.ts'
import type { CardContext } from './card-parts.ts'
import { digestCard, itemLine, reminderCard } from './cards.ts'
import { cardActivity } from './message.ts'
import { pace } from './pace.ts'

/** Of the thirty that a tenant's app has a second, so that three servers can send at once. */
const perSecond = 10

type HttpFailure = {
  response?: { status?: number; headers?: Record<string, unknown>; data?: { error?: { code?: string } } }
  code?: string
}

/** What the SDK threw, in our words. Only codes are kept: a message can quote what was sent. */
function failed(error: unknown): Sending {
  const { response, code = 'unknown' } = (error ?? {}) as HttpFailure
  const retryAfter = Number(response?.headers?.['retry-after'] ?? Number.NaN)
  return sendingOf(
    response?.status ?? 0,
    response?.data?.error?.code ?? (response?.status ? String(response.status) : code),
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  )
}

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
      return failed(error)
    }
  }
}
