import type { Application } from '../directory/objects.ts'
import { applicationOf } from '../directory/registrations.ts'
import { claimsOf } from '../keys.ts'
import type { Store } from '../store.ts'
import { refusals, type EntraRefusal } from './refusal.ts'

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** The application of a request, when it gives a secret of its, or shows an identity that it trusts. */
export async function checkClient(
  store: Store,
  form: Record<string, string>,
): Promise<Application | EntraRefusal> {
  const { client_id: clientId, client_secret: clientSecret, client_assertion: assertion } = form
  if (!clientId) return refusals.parameter('client_id')
  const app = applicationOf(store, clientId)
  if (!app) return refusals.client(clientId)
  if (assertion !== undefined) {
    if (form['client_assertion_type'] !== jwtBearer) return refusals.parameter('client_assertion_type')
    return checkIdentity(store, app, assertion)
  }
  const now = store.now().toISOString()
  const isKnown = app.secrets.some(({ text, endDateTime }) => text === clientSecret && endDateTime > now)
  return isKnown ? app : refusals.secret
}

/** Judged by the machine's clock, by which the identity got it. */
async function checkIdentity(
  store: Store,
  app: Application,
  assertion: string,
): Promise<Application | EntraRefusal> {
  const claims = await claimsOf(store, assertion)
  if (!claims) return refusals.clientSignature
  if (Number(claims.exp) <= Date.now() / 1000) return refusals.clientLifetime
  const isTrusted = app.federated.some(
    ({ issuer, subject, audiences }) =>
      issuer === claims.iss && subject === claims.sub && audiences.includes(String(claims.aud)),
  )
  return isTrusted ? app : refusals.federated(String(claims.sub))
}
