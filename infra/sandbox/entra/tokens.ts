import type { Application } from '../directory/objects.ts'
import { apiScope, applicationRoles, groei, rolesOf } from '../directory/registrations.ts'
import { sign, type Forgery } from '../keys.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'

const hour = 3600
/** The web client of Teams, that asks for tokens for our API on our tab's behalf. */
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
export const graphAudience = 'https://graph.microsoft.com'
export const botAudience = 'https://api.botframework.com'
export const vaultAudience = 'https://vault.azure.net'

/** For tests of whoever verifies them: tokens that are almost right. */
export type Overrides = {
  audience?: string
  issuer?: string
  tenant?: string
  scope?: string
  version?: string
  client?: string
  name?: string
  expired?: boolean
  notYetValid?: boolean
  forgery?: Forgery
}

export const issuerOf = (base: string, tenantId: string) => `${base}/${tenantId}/v2.0`

function times(store: Store, { expired, notYetValid }: Overrides) {
  const now = Math.floor(store.now().getTime() / 1000)
  const start = expired ? now - 2 * hour : notYetValid ? now + hour : now
  return { iat: start, nbf: start, exp: start + hour }
}

function realTimes() {
  const now = Math.floor(Date.now() / 1000)
  return { iat: now, nbf: now, exp: now + hour }
}

const about = (store: Store, base: string, person: Person, more: Overrides) => ({
  ...times(store, more),
  iss: more.issuer ?? issuerOf(base, person.tenantId),
  tid: more.tenant ?? person.tenantId,
  oid: person.oid,
  // Differs per application, so that nobody mistakes it for the person's id.
  sub: Buffer.from(person.oid).toString('base64url').slice(0, 43),
  preferred_username: person.upn,
  name: more.name ?? person.name,
  ver: more.version ?? '2.0',
})

/** As Teams hands it out: for Groei's API, to be exchanged on behalf of the person. */
export const apiToken = (store: Store, base: string, person: Person, more: Overrides = {}) => {
  const app = groei(store)
  const roles = rolesOf(store, app, person)
  return sign(
    store,
    {
      ...about(store, base, person, more),
      aud: more.audience ?? app.appId,
      scp: more.scope ?? apiScope,
      azp: more.client ?? teamsWeb,
      azpacr: '0',
      // Entra leaves the claim out for who has none.
      ...(roles.length > 0 ? { roles } : {}),
    },
    more.forgery,
  )
}

export const graphToken = (
  store: Store,
  base: string,
  person: Person,
  scopes: string[],
  more: Overrides = {},
) =>
  sign(
    store,
    {
      ...about(store, base, person, more),
      aud: more.audience ?? graphAudience,
      scp: more.scope ?? scopes.join(' '),
      appid: more.client ?? groei(store).appId,
      azp: more.client ?? groei(store).appId,
      idtyp: 'user',
    },
    more.forgery,
  )

/** For the client alone to read; nobody should accept it as a key to anything. */
export const idToken = (store: Store, base: string, person: Person, more: Overrides = {}) =>
  sign(store, { ...about(store, base, person, more), aud: more.audience ?? groei(store).appId }, more.forgery)

/**
 * A token of the application itself: no person, no scopes, only the roles that an admin gave it on that resource. Its
 * times are the machine's: moving the sandbox's clock moves people's days, and no service's.
 */
export const applicationToken = (
  store: Store,
  base: string,
  tenantId: string,
  app: Application,
  audience: string,
) =>
  sign(store, {
    ...realTimes(),
    iss: issuerOf(base, tenantId),
    aud: audience,
    tid: tenantId,
    appid: app.appId,
    azp: app.appId,
    idtyp: 'app',
    roles: audience === graphAudience ? applicationRoles(store, app) : [],
    ver: '2.0',
  })
