import type { DeviceSignIn, Person } from '../model.ts'
import { principalOf, registrationsOf } from '../directory/registrations.ts'
import { commandLineAppId, graphAppId } from '../seed/registrations.ts'
import type { Store } from '../store.ts'
import { refusals, refusedBy, type EntraRefusal, type Refusable } from './refusal.ts'

/** In seconds; Entra says 5. */
const interval = 1
const lifetime = 900
const openId = new Set(['openid', 'profile', 'offline_access', 'email'])

const signInsOf = ({ state }: Store): DeviceSignIn[] => (state.deviceSignIns ??= [])
const scopesOf = ({ scope }: DeviceSignIn): string[] =>
  scope
    .split(' ')
    .filter((one) => one && !openId.has(one))
    .map((one) => one.replace(/^https?:\/\/.*\//, ''))

/** The device authorization endpoint (RFC 8628): what the program shows to the person, or why not. */
export function beginDeviceSignIn(
  store: Store,
  entra: string,
  tenantId: string,
  form: Record<string, string>,
): object | EntraRefusal {
  const { client_id: clientId, scope } = form
  if (!clientId) return refusals.parameter('client_id')
  if (!scope) return refusals.parameter('scope')
  if (clientId !== commandLineAppId) return refusals.client(clientId)
  const userCode = crypto.randomUUID().slice(0, 8).toUpperCase()
  const deviceCode = crypto.randomUUID() + crypto.randomUUID()
  const expiresAt = new Date(store.now().getTime() + lifetime * 1000).toISOString()
  signInsOf(store).push({
    deviceCode,
    userCode,
    tenantId,
    clientId,
    scope,
    expiresAt,
    oid: null,
    declined: false,
  })
  store.save()
  const verification_uri = `${entra}/devicelogin`
  return {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri,
    expires_in: lifetime,
    interval,
    message: `To sign in, use a web browser to open the page ${verification_uri} and enter the code ${userCode} to authenticate.`,
  }
}

/** The roles that may consent for everybody to delegated permissions ("Grant tenant-wide admin consent"). */
const consenting = [
  'Global Administrator',
  'Privileged Role Administrator',
  'Cloud Application Administrator',
]

/** A person at the page in their browser: types the code and signs in, or declines, or is refused there. */
export function finishDeviceSignIn(
  store: Store,
  person: Person,
  { userCode, decline, refuse }: { userCode: string; decline?: boolean; refuse?: Refusable },
): EntraRefusal | null {
  const signIn = signInsOf(store).find((one) => one.userCode === userCode)
  if (!signIn || signIn.expiresAt <= store.now().toISOString()) return refusals.deviceCode
  if (person.tenantId !== signIn.tenantId) return refusedBy(50020)
  const grants = registrationsOf(store).grants
  const key = {
    clientId: principalOf(store, commandLineAppId)?.id,
    resourceId: principalOf(store, graphAppId)?.id,
  }
  const forAll = grants.find((one) => one.clientId === key.clientId && one.resourceId === key.resourceId)
  const missing = scopesOf(signIn).filter((one) => !forAll?.scope.split(' ').includes(one))
  const mayConsent = person.adminRoles?.some((role) => consenting.includes(role))
  if (missing.length > 0 && !mayConsent) return refusedBy(90094)
  // The tick at the prompt: "Consent on behalf of your organization".
  if (!decline && missing.length > 0 && key.clientId && key.resourceId) {
    if (forAll) forAll.scope = [forAll.scope, ...missing].join(' ')
    else
      grants.push({
        id: crypto.randomUUID(),
        clientId: key.clientId,
        resourceId: key.resourceId,
        consentType: 'AllPrincipals',
        principalId: null,
        scope: missing.join(' '),
      })
  }
  Object.assign(signIn, { declined: decline ?? false, oid: person.oid, ...(refuse ? { refuse } : {}) })
  store.save()
  return null
}

/** The polls of each code, by the machine's clock. */
export function devicePolls() {
  const last = new Map<string, number>()
  return (
    store: Store,
    tenantId: string,
    form: Record<string, string>,
  ): { person: Person; scopes: string[] } | EntraRefusal => {
    const { client_id: clientId, device_code: deviceCode } = form
    if (!clientId) return refusals.parameter('client_id')
    if (!deviceCode) return refusals.parameter('device_code')
    const signIn = signInsOf(store).find((one) => one.deviceCode === deviceCode)
    if (!signIn || signIn.clientId !== clientId || signIn.tenantId !== tenantId) return refusals.deviceCode
    const before = last.get(deviceCode)
    last.set(deviceCode, Date.now())
    // A timer may fire a little early.
    if (before !== undefined && Date.now() - before < interval * 1000 - 50) return refusals.slowDown
    if (signIn.refuse) return refusedBy(signIn.refuse)
    if (signIn.declined) return refusals.declined
    if (signIn.expiresAt <= store.now().toISOString()) return refusals.deviceExpired
    const person = signIn.oid ? store.directory.person(signIn.oid) : undefined
    if (!person) return refusals.pending
    store.state.deviceSignIns = signInsOf(store).filter((one) => one !== signIn)
    store.save()
    return { person, scopes: scopesOf(signIn) }
  }
}
