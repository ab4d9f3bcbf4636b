import { registration } from '../seed/organisation.ts'
import { sign } from '../keys.ts'
import type { Person, Store } from '../store.ts'

const hour = 3600
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
export const graphAudience = 'https://graph.microsoft.com'

/** For tests: tokens that are almost right. */
export type Overrides = {
  audience?: string
  issuer?: string
  tenant?: string
  scope?: string
  version?: string
  client?: string
  expired?: boolean
  notYetValid?: boolean
}

const issuer = (base: string, tenantId: string) => `${base}/${tenantId}/v2.0`

function times(store: Store, more: Overrides) {
  const now = Math.floor(store.now().getTime() / 1000)
  const start = more.expired ? now - 2 * hour : more.notYetValid ? now + hour : now
  return { iat: start, nbf: start, exp: start + hour }
}

const about = (person: Person) => ({
  tid: person.tenantId,
  oid: person.oid,
  sub: person.oid,
  preferred_username: person.upn,
  name: person.name,
  ver: '2.0',
})

/** As Teams hands it out: for Groei's API, on behalf of nobody yet. */
export const apiToken = (store: Store, base: string, person: Person, more: Overrides = {}) =>
  sign(store, {
    ...about(person),
    ...times(store, more),
    iss: more.issuer ?? issuer(base, person.tenantId),
    aud: more.audience ?? registration.clientId,
    tid: more.tenant ?? person.tenantId,
    scp: more.scope ?? registration.scope,
    azp: more.client ?? teamsWeb,
    ver: more.version ?? '2.0',
  })

export const graphToken = (
  store: Store,
  base: string,
  person: Person,
  scopes: string[],
  more: Overrides = {},
) =>
  sign(store, {
    ...about(person),
    ...times(store, more),
    iss: more.issuer ?? issuer(base, person.tenantId),
    aud: more.audience ?? graphAudience,
    tid: more.tenant ?? person.tenantId,
    scp: more.scope ?? scopes.join(' '),
    appid: registration.clientId,
  })

export const idToken = (store: Store, base: string, person: Person) =>
  sign(store, {
    ...about(person),
    ...times(store, {}),
    iss: issuer(base, person.tenantId),
    aud: registration.clientId,
  })
