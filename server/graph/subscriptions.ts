import type { Subscription } from '@microsoft/microsoft-graph-types'
import type { GraphClient } from './client.ts'
import { segment } from './segment.ts'

/** The addresses and the end of a subscription; `clientState` comes back in each notification. */
export type Wanted = { notificationUrl: string; lifecycleUrl: string; clientState: string; until: Date }
export type Subscribed = { id: string; until: Date }

const subscribed = (answer: Subscription): Subscribed => ({
  id: answer.id ?? '',
  until: new Date(answer.expirationDateTime ?? 0),
})

/**
 * Change notifications of one person's events (Graph, "subscription resource type"). They carry no content: what
 * changed is read from the calendar. Every method throws GraphFailure.
 */
export const subscriptionsOf = ({ post, patch, remove }: GraphClient) => ({
  make: async (wanted: Wanted): Promise<Subscribed> =>
    subscribed(
      await post('/subscriptions', {
        changeType: 'created,updated,deleted',
        resource: 'me/events',
        notificationUrl: wanted.notificationUrl,
        // Cannot be added later (docs/platform-facts.md, Notifications).
        lifecycleNotificationUrl: wanted.lifecycleUrl,
        clientState: wanted.clientState,
        expirationDateTime: wanted.until.toISOString(),
      }),
    ),
  /** Renewing also authorises anew (Graph, "Reduce missing subscriptions"). */
  renew: async (id: string, until: Date): Promise<Subscribed> =>
    subscribed(await patch(`/subscriptions/${segment(id)}`, { expirationDateTime: until.toISOString() })),
  remove: async (id: string): Promise<void> => remove(`/subscriptions/${segment(id)}`),
})
export type Subscriptions = ReturnType<typeof subscriptionsOf>
