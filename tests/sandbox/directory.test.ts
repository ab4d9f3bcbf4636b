import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyTenant } from '../../infra/sandbox/seed/empty-tenant.ts'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox({ seed: emptyTenant })
})
beforeEach(() => tenant.reset())
afterAll(() => tenant.close())

const scopes =
  'Application.ReadWrite.All AppRoleAssignment.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All AppCatalog.ReadWrite.All'
type Ask = { as?: string; scope?: string; body?: unknown; headers?: Record<string, string> }
async function ask(
  method: string,
  path: string,
  { as = 'femke', scope = scopes, body, headers = {} }: Ask = {},
) {
  const bearer = await tenant.token(as, 'graph', { scope, client: 'test' })
  const isZip = body instanceof Uint8Array
  const answer = await tenant.graph(as, path, {
    method,
    bearer,
    headers: { ...headers, ...(isZip ? { 'content-type': 'application/zip' } : {}) },
    ...(body === undefined ? {} : { body: isZip ? (body as BodyInit) : JSON.stringify(body) }),
  })
  const inner = (answer.body.error as { innerError?: { code?: string } } | undefined)?.innerError?.code
  return {
    ...answer,
    code: inner ?? answer.body.error?.code,
    id: String(answer.body['id']),
    appId: String(answer.body['appId']),
  }
}
const upsert = { prefer: 'create-if-missing' }
/** An application that every replica knows. */
async function known(name = 'one') {
  const made = await ask('PATCH', `/applications(uniqueName='${name}')`, {
    body: { displayName: name },
    headers: upsert,
  })
  while ((await ask('GET', `/applications/${made.id}`)).status === 404);
  return made
}
const scope = (more: object = {}) => ({
  id: '11111111-1111-4111-8111-111111111111',
  value: 'access_as_user',
  type: 'User',
  isEnabled: true,
  ...more,
})
const api = (scopes: object[], clients: object[] = []) => ({
  api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: scopes, preAuthorizedApplications: clients },
})

describe('applications in the sandbox', () => {
  test('a new one is not found at first, has one name, and keeps it when it is deleted until that is for good', async () => {
    const path = "/applications(uniqueName='one')"
    const asked = { body: { displayName: 'One' }, headers: upsert }
    expect((await ask('PATCH', path, { body: { displayName: 'One' } })).code).toBe('Request_ResourceNotFound')
    const made = await ask('PATCH', path, asked)
    expect(made.status).toBe(201)
    expect([(await ask('GET', path)).code, (await ask('PATCH', path, asked)).status]).toEqual([
      'Request_ResourceNotFound',
      400,
    ])
    expect([(await ask('GET', path)).status, (await ask('PATCH', path, asked)).status]).toEqual([200, 204])
    await ask('DELETE', `/applications/${made.id}`)
    expect((await ask('PATCH', path, asked)).body.error).toMatchObject({
      code: 'Request_BadRequest',
      message: expect.stringContaining('uniqueName already exists'),
    })
    expect((await ask('DELETE', `/directory/deletedItems/${made.id}`)).status).toBe(204)
    expect((await ask('PATCH', path, asked)).status).toBe(201)
  })

  test('URIs are of the application or of a verified domain, and of one application', async () => {
    const [one, two] = [await known('one'), await known('two')]
    const set = (id: string, uri: string) =>
      ask('PATCH', `/applications/${id}`, { body: { identifierUris: [uri] } })
    expect((await set(one.id, 'api://groei.example/other')).code).toBe('HostNameNotOnVerifiedDomain')
    expect((await set(one.id, `api://groei.example/${two.appId}`)).code).toBe('HostNameNotOnVerifiedDomain')
    expect((await set(one.id, `api://groei.example/${one.appId}`)).status).toBe(204)
    expect((await set(one.id, 'api://groei.sandbox.example/groei')).status).toBe(204)
    expect((await set(two.id, 'api://groei.sandbox.example/groei')).code).toBe('Request_BadRequest')
  })

  test('an enabled scope is neither changed nor removed, and no client has a scope of the same request', async () => {
    const { id } = await known()
    const set = async (body: object) => {
      const { status, code } = await ask('PATCH', `/applications/${id}`, { body })
      return code ?? status
    }
    const client = { appId: crypto.randomUUID(), delegatedPermissionIds: [scope().id] }
    expect(await set(api([scope()], [client]))).toBe('Request_BadRequest')
    expect([await set(api([scope()])), await set(api([scope()], [client]))]).toEqual([204, 204])
    const enabled = 'CannotDeleteOrUpdateEnabledEntitlement'
    expect([await set(api([])), await set(api([scope({ value: 'other' })]))]).toEqual([enabled, enabled])
    expect([await set(api([scope({ isEnabled: false })])), await set(api([]))]).toEqual([204, 204])
    expect(await set({ appRoles: [scope(), scope()] })).toBe('Request_BadRequest')
    expect(await set({ passwordCredentials: [] })).toBe('Request_BadRequest')
  })

  test('the text of a secret is shown once, and opens the application until it is removed', async () => {
    const { id, appId } = await known()
    const { body } = await ask('POST', `/applications/${id}/addPassword`, {
      body: { passwordCredential: { displayName: 'a' } },
    })
    const text = String(body['secretText'])
    expect((await ask('GET', `/applications/${id}`)).body['passwordCredentials']).toMatchObject([
      { displayName: 'a', secretText: null, hint: text.slice(0, 3) },
    ])
    const works = async () => {
      const form = {
        client_id: appId,
        client_secret: text,
        grant_type: 'client_credentials',
        scope: 'https://graph.microsoft.com/.default',
      }
      return (await tenant.exchange(form)).status
    }
    expect(await works()).toBe(200)
    await ask('POST', `/applications/${id}/removePassword`, { body: { keyId: body['keyId'] } })
    expect(await works()).toBe(401)
    expect(
      (await ask('POST', `/applications/${id}/removePassword`, { body: { keyId: body['keyId'] } })).status,
    ).toBe(400)
  })

  test('a list comes in pages, and is filtered by what can be filtered', async () => {
    for (const name of ['one', 'two', 'three']) await known(name)
    const first = await ask('GET', '/applications?$top=2')
    const second = await ask('GET', String(first.body['@odata.nextLink']).split('/v1.0')[1]!)
    expect([...first.body.value!, ...second.body.value!].map((one) => one['displayName'])).toEqual([
      'one',
      'two',
      'three',
    ])
    expect(second.body['@odata.nextLink']).toBeUndefined()
    expect((await ask('GET', "/applications?$filter=displayName eq 'two'")).body.value).toHaveLength(1)
    expect((await ask('GET', "/applications?$filter=uniqueName eq 'two'")).code).toBe(
      'Request_UnsupportedQuery',
    )
  })
})

describe('consents in the sandbox', () => {
  test('are given once, to what is known, by who may', async () => {
    const { appId } = await known()
    const principal = await ask('PATCH', `/servicePrincipals(appId='${appId}')`, {
      body: {},
      headers: upsert,
    })
    expect(principal.status).toBe(201)
    const graph = await ask('GET', "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')")
    const grant = {
      clientId: principal.id,
      consentType: 'AllPrincipals',
      resourceId: graph.id,
      scope: 'User.Read',
    }
    expect((await ask('POST', '/oauth2PermissionGrants', { body: grant })).code).toBe(
      'Request_ResourceNotFound',
    )
    while ((await ask('POST', '/oauth2PermissionGrants', { body: grant })).status === 404);
    expect((await ask('POST', '/oauth2PermissionGrants', { body: grant })).status).toBe(409)
    const [role] = graph.body['appRoles'] as { id: string }[]
    const body = { principalId: principal.id, resourceId: graph.id, appRoleId: role!.id }
    const path = `/servicePrincipals/${graph.id}/appRoleAssignedTo`
    expect((await ask('POST', path, { body, as: 'lars' })).code).toBe('Authorization_RequestDenied')
    expect((await ask('POST', path, { body, as: 'petra' })).status).toBe(201)
    expect((await ask('POST', path, { body, as: 'petra' })).body.error).toMatchObject({
      code: 'Request_BadRequest',
      message: 'Permission being assigned already exists on the object',
    })
  })

  test('a service principal of an application that is not known is refused', async () => {
    const path = `/servicePrincipals(appId='${crypto.randomUUID()}')`
    expect((await ask('PATCH', path, { body: {}, headers: upsert })).body.error).toMatchObject({
      message: expect.stringContaining('does not reference a valid application object'),
    })
  })

  test.each([
    ['a person without a role', { as: 'sanne' }],
    ['an admin without the permission', { scope: 'User.Read' }],
    ['an admin of Teams', { as: 'yusuf' }],
  ])('%s may not register', async (_who, more) => {
    const answer = await ask('POST', '/applications', { body: { displayName: 'x' }, ...more })
    expect([answer.status, answer.code]).toEqual([403, 'Authorization_RequestDenied'])
  })
})

describe('the app catalogue in the sandbox', () => {
  const zip = (manifest: object) =>
    zipSync({
      'manifest.json': strToU8(JSON.stringify(manifest)),
      'color.png': strToU8('c'),
      'outline.png': strToU8('o'),
    })
  const id = crypto.randomUUID()
  const app = (version: string, more: object = {}) => zip({ id, version, name: { short: 'Groei' }, ...more })
  const post = async (path: string, body: Uint8Array, as = 'yusuf') => {
    const { status, code, ...answer } = await ask('POST', `/appCatalogs/teamsApps${path}`, { as, body })
    return { result: code ?? status, id: answer.id }
  }

  test('takes a package once, newer versions of it, and nothing that is no package', async () => {
    expect((await post('', strToU8('no zip'))).result).toBe('InvalidRequest')
    expect((await post('', zip({}))).result).toBe('UnableToParseTeamsAppManifest')
    expect((await post('', app('1.0.0'), 'lars')).result).toBe('Forbidden')
    const made = await post('', app('1.0.0'))
    expect(made.result).toBe(201)
    expect((await post('', app('2.0.0'))).result).toBe('AppDefinitionAlreadyExists')
    const definitions = `/${made.id}/appDefinitions`
    expect((await post(definitions, app('1.0.0'))).result).toBe('AppDefinitionAlreadyExists')
    expect((await post(definitions, app('1.1.0', { id: crypto.randomUUID() }))).result).toBe('InvalidRequest')
    expect((await post(definitions, app('1.1.0'))).result).toBe(201)
    const { body } = await ask(
      'GET',
      `/appCatalogs/teamsApps?$filter=externalId eq '${id}'&$expand=appDefinitions`,
    )
    expect(body.value).toMatchObject([
      { distributionMethod: 'organization', appDefinitions: [{ version: '1.1.0' }] },
    ])
  })
})
