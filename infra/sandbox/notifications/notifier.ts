import type { Subscription } from '../model.ts'
import type { Change, Store } from '../store.ts'
import { ofChange, ofLifecycle, type LifecycleEvent, type Notification } from './notification.ts'
import { postman, type Delivery } from './postman.ts'

/** How deliveries go: at once, kept until they are released (from the last to the first when shuffled), or not at all. */
export type Mode = 'prompt' | 'held' | 'twice' | 'shuffled' | 'lost'
export type Notifier = ReturnType<typeof startNotifier>

/** Live ones only: what has expired is gone. */
export const subscriptionsOf = ({ state, now }: Store): Subscription[] =>
  Object.values(state.subscriptions).filter(({ expiresAt }) => Date.parse(expiresAt) > now().getTime())

/** Tells subscribers of changes, after the change and without holding it up. */
export function startNotifier(store: Store) {
  const { send, callBack } = postman()
  let mode: Mode = 'prompt'
  let deliveries: Delivery[] = []

  function dispatch(url: string, notifications: Notification[]): void {
    const state = mode === 'lost' ? 'lost' : mode === 'held' || mode === 'shuffled' ? 'held' : 'underway'
    for (let times = mode === 'twice' ? 2 : 1; times > 0; times -= 1) {
      const delivery: Delivery = { url, notifications, state, statuses: [] }
      deliveries.push(delivery)
      if (state === 'underway') setImmediate(() => void send(delivery))
    }
  }

  store.onChange = (changes: Change[]) => {
    const live = subscriptionsOf(store).filter(({ authorised }) => authorised)
    const told = changes
      .filter(({ person }) => !person.noMailbox)
      .flatMap((change) =>
        live
          .filter(({ oid, changeTypes }) => oid === change.person.oid && changeTypes.includes(change.type))
          .map((one) => ({ url: one.notificationUrl, notification: ofChange(one, change) })),
      )
    // Several for one endpoint come in one request, as Graph may do.
    for (const [url, group] of Map.groupBy(told, (one) => one.url))
      dispatch(
        url,
        group.map(({ notification }) => notification),
      )
  }

  return {
    deliveries: () => deliveries,
    mode: () => mode,
    setMode: (to: Mode) => {
      mode = to
    },
    /** Sends what was held, one after the other, until each was answered once or given up. */
    async release(): Promise<void> {
      const held = deliveries.filter(({ state }) => state === 'held')
      for (const delivery of mode === 'shuffled' ? held.reverse() : held) await send(delivery)
    },
    /** A lifecycle event; a subscription without a URL for these gets no notification (Graph, lifecycle notifications). */
    lifecycle(subscription: Subscription, event: LifecycleEvent): void {
      const person = store.directory.person(subscription.oid)
      if (event === 'reauthorizationRequired') subscription.authorised = false
      if (event === 'subscriptionRemoved') delete store.state.subscriptions[subscription.id]
      store.save()
      if (person && subscription.lifecycleNotificationUrl)
        dispatch(subscription.lifecycleNotificationUrl, [ofLifecycle(subscription, person, event)])
    },
    async reset(): Promise<void> {
      mode = 'prompt'
      deliveries = []
      await callBack()
    },
  }
}
