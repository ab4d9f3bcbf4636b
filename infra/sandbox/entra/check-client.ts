import type { Application } from '../directory/objects.ts'
import { applicationOf } from '../directory/registrations.ts'
import type { Store } from '../store.ts'
import { refusals, type EntraRefusal } from './refusal.ts'

/** The application of a request, when it gives a secret of its. */
export function checkClient(store: Store, form: Record<string, string>): Application | EntraRefusal {
  const { client_id: clientId, client_secret: clientSecret } = form
  if (!clientId) return refusals.parameter('client_id')
  const app = applicationOf(store, clientId)
  if (!app) return refusals.client(clientId)
  const now = store.now().toISOString()
  const isKnown = app.secrets.some(({ text, endDateTime }) => text === clientSecret && endDateTime > now)
  return isKnown ? app : refusals.secret
}
