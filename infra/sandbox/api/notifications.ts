import type { FastifyInstance } from 'fastify'
import type { Notifier } from '../notifications/notifier.ts'
import { subscriptionsOf } from '../notifications/notifier.ts'
import type { Store } from '../store.ts'
import { checked, Delivering, Lifecycle } from './requests.ts'

/** How notifications misbehave, what became of each, and events in the life of subscriptions. */
export function notificationRoutes(app: FastifyInstance, store: Store, notifier: Notifier): void {
  const all = () => ({
    mode: notifier.mode(),
    deliveries: notifier.deliveries().map(({ url, notifications, state, statuses }) => ({
      path: new URL(url).pathname,
      state,
      statuses,
      notifications: notifications.map((one) => {
        const owner = /^Users\/([^/]+)/.exec(one.resource ?? '')?.[1]
        return {
          subscriptionId: one.subscriptionId,
          what: one.changeType ?? one.lifecycleEvent,
          id: one.resourceData?.id ?? null,
          user: (owner && store.directory.person(owner)?.upn) ?? null,
        }
      }),
    })),
  })
  app.get('/notifications', async () => all())
  app.post('/notifications', async (request) => {
    notifier.setMode(checked(Delivering, request.body).mode)
    return all()
  })
  app.delete('/notifications', async () => {
    await notifier.reset()
    return all()
  })
  app.post('/notifications/release', async () => {
    await notifier.release()
    return all()
  })
  /** To the subscription named, to all of a person's, or to all. */
  app.post('/notifications/lifecycle', async (request) => {
    const { event, subscriptionId, user } = checked(Lifecycle, request.body)
    const meant = subscriptionsOf(store).filter(
      ({ id, oid }) =>
        (subscriptionId === undefined || subscriptionId === id) &&
        (user === undefined || store.directory.person(oid)?.upn === user),
    )
    for (const one of meant) notifier.lifecycle(one, event)
    return { subscriptions: meant.map(({ id }) => id) }
  })
}
