import { decodeJwt } from 'jose'
import { applicationPermission } from '../contract/registration.ts'
import { graphApplicationScope } from '../graph/application.ts'
import { graphScopes, mailboxScopes } from '../graph/tokens.ts'
import type { Check, Parts } from './check.ts'
import { directory, giveAToken, type Grant } from './directory.ts'
import { tokenResult } from './entra-code.ts'
import { of, ok, unknown, wrong, type Result } from './finding.ts'

const nameOf = (scope: string) => scope.slice(scope.lastIndexOf('/') + 1)
const required = graphScopes.map(nameOf)
const optional = mailboxScopes.map(nameOf)

/** Read nothing of a person's, and let this check look. */
const harmless = ['Application.Read.All', 'DelegatedPermissionGrant.Read.All', 'AppCatalog.Read.All']

export const consent: Check = {
  name: 'consent',
  async run(parts) {
    const results = await Promise.all(
      parts.config.app.tenantIds.map((tenantId) =>
        Promise.all([delegatedIn(parts, tenantId), applicationIn(parts, tenantId)]),
      ),
    )
    return results.flatMap(([delegated, application]) => [
      of('for people', delegated),
      of('for the application', application),
    ])
  },
}

async function delegatedIn(parts: Parts, tenantId: string): Promise<Result> {
  const { principals, grants } = directory(parts, tenantId)
  const principal = await principals()
  if (!principal.ok) return unknown(`It could not be read: ${principal.why}`, giveAToken)
  const [found] = principal.value
  if (!found)
    return wrong(
      `Nobody in the tenant ${tenantId} has consented to Groei`,
      'Grant admin consent: API permissions → Grant admin consent.',
    )
  const given = await grants(found.id)
  return given.ok ? delegatedResult(given.value) : unknown(`It could not be read: ${given.why}`, giveAToken)
}

/** Delegated permissions: for everybody, or by each person, where the organisation lets them. */
export function delegatedResult(grants: Grant[]): Result {
  const scopesOf = (type: string) =>
    new Set(grants.filter(({ consentType }) => consentType === type).flatMap(({ scope }) => scope.split(' ')))
  const forAll = scopesOf('AllPrincipals')
  const missing = required.filter((one) => !forAll.has(one))
  const without = optional.filter((one) => !forAll.has(one))
  if (missing.length === 0)
    return ok(
      without.length > 0
        ? `For everybody; without ${without.join(', ')}, working hours are nine to five or what each person sets`
        : 'For everybody',
    )
  const byPeople = scopesOf('Principal')
  return missing.every((one) => byPeople.has(one))
    ? ok('Each person consents by themselves, once')
    : wrong(`Nobody has consented to ${missing.join(', ')}`, 'API permissions → Grant admin consent.')
}

async function applicationIn({ config, tokenOf }: Parts, tenantId: string): Promise<Result> {
  try {
    const { roles } = decodeJwt(await tokenOf(graphApplicationScope, tenantId))
    return applicationResult(Array.isArray(roles) ? roles.map(String) : [], config.teamsAppId !== undefined)
  } catch (error) {
    return tokenResult(error, tenantId, graphApplicationScope)
  }
}

/** Application permissions, as the application's own token has them. @param installs is the bot to be installed? */
export function applicationResult(roles: string[], installs: boolean): Result {
  const unneeded = roles.filter((one) => one !== applicationPermission && !harmless.includes(one))
  if (unneeded.length > 0)
    return wrong(
      `Groei has ${unneeded.join(', ')} and uses it for nothing`,
      'Take it away: Enterprise applications → Permissions. With it Groei could read of people who never signed in.',
    )
  if (roles.includes(applicationPermission)) return ok('It may offer the bot to people who open Groei')
  return installs
    ? wrong(
        `${applicationPermission} is not consented to: nobody gets the bot by itself`,
        'API permissions → Grant admin consent; or unset TEAMS_APP_ID, and people add the app themselves.',
      )
    : ok('None, and none is needed: TEAMS_APP_ID is not set')
}
