import type { Subscription } from '@microsoft/microsoft-graph-types'
import type { GraphClient } from './client.ts'
import { segment } from './segment.ts'

/** Of what Graph tells, and whom it tells; `clientState` comes back in each notification. */
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
export function subscriptionsOf({ client, failureOf }: GraphClient) {
  const call = (work: () => Promise<Subscription>): Promise<Subscribed> =>
    work().then(subscribed, (error: unknown) => {
      throw failureOf(error)
    })
  return {
    make: (wanted: Wanted) =>
      call(() =>
        client.api('/subscriptions').post({
          changeType: 'created,updated,deleted',
          resource: 'me/events',
          notificationUrl: wanted.notificationUrl,
          // Cannot be added later (platform facts, notifications).
          lifecycleNotificationUrl: wanted.lifecycleUrl,
          clientState: wanted.clientState,
          expirationDateTime: wanted.until.toISOString(),
        }),
      ),
    /** Renewing also authorises anew (Graph, "Reduce missing subscriptions"). */
    renew: (id: string, until: Date) =>
      call(() =>
        client.api(`/subscriptions/${segment(id)}`).patch({ expirationDateTime: until.toISOString() }),
      ),
    remove: (id: string): Promise<void> =>
      client
        .api(`/subscriptions/${segment(id)}`)
        .delete()
        .then(
          () => undefined,
          (error: unknown) => {
            throw failureOf(error)
          },
        ),
  }
}
export type Subscriptions = ReturnType<typeof subscriptionsOf>
