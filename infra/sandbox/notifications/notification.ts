import { eventId } from '../calendar/ids.ts'
import type { Person, Subscription } from '../model.ts'
import type { Change } from '../store.ts'

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed'

/** `changeNotification` of Graph v1.0, as far as events have it. */
export type Notification = {
  subscriptionId: string
  subscriptionExpirationDateTime: string
  tenantId: string
  clientState?: string
  changeType?: Change['type']
  resource?: string
  resourceData?: { '@odata.type': string; '@odata.id': string; '@odata.etag': string; id: string }
  lifecycleEvent?: LifecycleEvent
}

const about = (subscription: Subscription, person: Person): Notification => ({
  subscriptionId: subscription.id,
  subscriptionExpirationDateTime: subscription.expiresAt,
  tenantId: person.tenantId,
  ...(subscription.clientState === null ? {} : { clientState: subscription.clientState }),
})

export function ofChange(subscription: Subscription, { person, key, type, changeKey }: Change): Notification {
  const id = eventId(person, key, subscription.immutable)
  const resource = `Users/${person.oid}/Events/${id}`
  return {
    ...about(subscription, person),
    changeType: type,
    resource,
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Event',
      '@odata.id': resource,
      '@odata.etag': `W/"${changeKey}"`,
      id,
    },
  }
}

export const ofLifecycle = (
  subscription: Subscription,
  person: Person,
  lifecycleEvent: LifecycleEvent,
): Notification => ({ ...about(subscription, person), lifecycleEvent })
