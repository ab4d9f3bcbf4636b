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
export const subscriptionsOf = ({ client, call }: GraphClient) => ({
  make: (wanted: Wanted): Promise<Subscribed> =>
    call(async () =>
      subscribed(
        (await client.api('/subscriptions').post({
          changeType: 'created,updated,deleted',
          resource: 'me/events',
          notificationUrl: wanted.notificationUrl,
          // Cannot be added later (docs/platform-facts.md, Notifications).
          lifecycleNotificationUrl: wanted.lifecycleUrl,
          clientState: wanted.clientState,
          expirationDateTime: wanted.until.toISOString(),
        })) as Subscription,
      ),
    ),
  /** Renewing also authorises anew (Graph, "Reduce missing subscriptions"). */
  renew: (id: string, until: Date): Promise<Subscribed> =>
    call(async () => {
      const path = `/subscriptions/${segment(id)}`
      return subscribed(
        (await client.api(path).patch({ expirationDateTime: until.toISOString() })) as Subscription,
      )
    }),
  remove: (id: string): Promise<void> =>
    call(async () => {
      await client.api(`/subscriptions/${segment(id)}`).delete()
    }),
})
export type Subscriptions = ReturnType<typeof subscriptionsOf>
