import { registration } from '../seed/organisation.ts'
import { refusals, type EntraRefusal } from './refusal.ts'

/** Is it our application, with its secret? */
export function checkClient(form: Record<string, string>): EntraRefusal | null {
  const { client_id: clientId, client_secret: clientSecret } = form
  if (!clientId) return refusals.parameter('client_id')
  if (clientId !== registration.clientId) return refusals.client(clientId)
  return clientSecret === registration.clientSecret ? null : refusals.secret
}
