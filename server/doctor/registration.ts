import { decodeJwt } from 'jose'
import type { Config } from '../config.ts'
import { apiScope } from '../contract/settings.ts'
import { graphApplicationScope } from '../graph/application.ts'
import { adminRole, authorisedClients } from '../contract/registration.ts'
import type { Check } from './check.ts'
import { directory, giveAToken, type Application } from './directory.ts'
import { tokenResult } from './entra-code.ts'
import { of, ok, unknown, wrong, type Result } from './finding.ts'

/** A client secret is replaced while the old one still works; milliseconds. */
const secretNotice = 30 * 24 * 60 * 60_000

/** Can the application sign in at each of its tenants? */
export const signIn: Check = {
  name: 'sign-in',
  run: ({ config, tokenOf }) =>
    Promise.all(
      config.app.tenantIds.map((tenantId) =>
        tokenOf(graphApplicationScope, tenantId).then(
          () => ok(`The tenant ${tenantId} knows CLIENT_ID and its secret`),
          (error: unknown) => tokenResult(error, tenantId, graphApplicationScope),
        ),
      ),
    ),
}

/**
 * The audience and version of tokens for our API, by one that the application asks for itself: Entra looks up the
 * Application ID URI and makes the token as it would for a person.
 */
export const audience: Check = {
  name: 'audience',
  async run({ config, tokenOf }) {
    const { clientId, idUri, tenantIds } = config.app
    const [tenantId = ''] = tenantIds
    let token: string
    try {
      token = await tokenOf(`${idUri}/.default`, tenantId)
    } catch (error) {
      return tokenResult(error, tenantId, idUri)
    }
    const { aud, ver } = decodeJwt(token)
    if (ver !== '2.0')
      return wrong(
        `Tokens for Groei are of version ${String(ver)}`,
        'Set requestedAccessTokenVersion to 2 in the registration’s Manifest.',
      )
    return aud === clientId
      ? ok(`Tokens for ${idUri} are for Groei, version 2.0`)
      : wrong(
          'Tokens for APP_ID_URI are for another application',
          'Give that URI to the registration of CLIENT_ID.',
        )
  },
}

export const registration: Check = {
  name: 'registration',
  async run(parts) {
    const found = await directory(parts, parts.config.app.tenantIds[0] ?? '').applications()
    if (!found.ok) return unknown(`It could not be read: ${found.why}`, giveAToken)
    const [application] = found.value
    return application
      ? registrationResults(application, parts.config, parts.now())
      : wrong('There is no registration of CLIENT_ID in the first of TENANT_IDS', 'Put its own tenant first.')
  },
}

const hostOf = ({ publicUrl }: Config) => (publicUrl ? new URL(publicUrl).host : null)

/** Is the registration as docs/deployment.md, The app registration, has it? Each part by itself. */
export function registrationResults(application: Application, config: Config, now: Date): Result[] {
  const { identifierUris = [], spa, api = {}, appRoles = [], passwordCredentials = [] } = application
  const { idUri, clientSecret } = config.app
  const redirect = `brk-multihub://${hostOf(config)}`
  const clients = new Set(api.preAuthorizedApplications?.map(({ appId }) => appId))
  const missing = authorisedClients.filter((one) => !clients.has(one))
  const results: Record<string, [isRight: boolean, right: string, wrong: string, todo: string]> = {
    'Application ID URI': [
      identifierUris.includes(idUri),
      idUri,
      `It is ${identifierUris.join(', ') || 'not set'}, and APP_ID_URI is ${idUri}`,
      'Make the two the same: Expose an API → Application ID URI.',
    ],
    scope: [
      api.oauth2PermissionScopes?.some(({ value, isEnabled }) => value === apiScope && isEnabled) ?? false,
      `${apiScope} is there and enabled`,
      `${apiScope} is missing or disabled`,
      'Add or enable it: Expose an API → Scopes, for admins and users.',
    ],
    clients: [
      missing.length === 0,
      'All of Teams and Outlook are authorised',
      `Not authorised: ${missing.join(', ')}`,
      `Add them: Expose an API → Authorised client applications, with ${apiScope}.`,
    ],
    redirect: [
      spa?.redirectUris?.includes(redirect) ?? false,
      redirect,
      `${redirect} is missing`,
      'Add it: Authentication → Single-page application.',
    ],
    'token version': [
      api.requestedAccessTokenVersion === 2,
      '2',
      `It is ${api.requestedAccessTokenVersion ?? 'not set'}`,
      'Set requestedAccessTokenVersion to 2 in the Manifest.',
    ],
    roles: [
      appRoles.some(({ value, isEnabled }) => value === adminRole && isEnabled),
      `${adminRole} is there`,
      `${adminRole} is missing or disabled: nobody can look after templates and settings`,
      'Add it: App roles, for users and groups.',
    ],
  }
  const ours = passwordCredentials.filter(({ hint }) => hint && clientSecret?.startsWith(hint))
  const ends = ours.map(({ endDateTime }) => Date.parse(endDateTime)).sort((a, b) => b - a)[0]
  const day = ends === undefined ? '' : new Date(ends).toISOString().slice(0, 10)
  return [
    ...Object.entries(results).map(([part, [isRight, right, not, todo]]) =>
      of(part, isRight ? ok(right) : wrong(not, todo)),
    ),
    of(
      'client secret',
      ends === undefined
        ? ok(
            clientSecret
              ? 'It is of another kind, or of before secrets had hints'
              : 'None: a managed identity signs in',
          )
        : ends - now.getTime() > secretNotice
          ? ok(`It lasts until ${day}`)
          : wrong(
              `It ends on ${day}`,
              'Make a second one, put it into CLIENT_SECRET, restart, delete the first.',
            ),
    ),
  ]
}
