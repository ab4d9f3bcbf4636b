import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyTenant } from '../../infra/sandbox/seed/empty-tenant.ts'
import { counting, directoryOf, installation, killedAt } from '../support/provisioning.ts'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
let work: ReturnType<typeof installation>
let directory: ReturnType<typeof directoryOf>
beforeAll(async () => {
  tenant = await startSandbox({ seed: emptyTenant })
  directory = directoryOf(tenant)
})
beforeEach(() => {
  tenant.reset()
  work = installation(tenant.url)
})
afterAll(() => tenant.close())

describe('npm run tenant in an empty tenant', () => {
  test('plan says everything and writes nothing, to the tenant or to a file', async () => {
    const { fetch, sent } = counting()
    const before = readFileSync(work.packageFile, 'utf8')
    const { code, text } = await work.run('plan', 'femke', { fetch })
    expect(code).toBe(0)
    for (const word of [
      'in the tenant Sandbox',
      '+ app registration Groei',
      'api://groei.example/CLIENT_ID',
      'brk-multihub://groei.example',
      '+ scope access_as_user',
      '+ app role Groei.Admin',
      '+ permission Calendars.ReadWrite (delegated)',
      '+ client secret',
      '+ consent: TeamsAppInstallation.ReadWriteSelfForUser.All',
      '+ Groei 0.1.0',
    ])
      expect(text).toContain(word)
    expect(sent).toEqual([])
    expect(readFileSync(work.packageFile, 'utf8')).toBe(before)
    expect(existsSync(join(work.into, '.env'))).toBe(false)
  })

  test('apply asks first, and a no changes nothing', async () => {
    for (const answer of ['n', '', null]) {
      const { fetch, sent } = counting()
      const { code, text } = await work.run('apply', 'femke', { fetch, ask: async () => answer })
      expect([code, sent]).toEqual([1, []])
      expect(text).toContain('Nothing was changed')
    }
  })

  test('apply makes all of it, shows no secret, and once more changes nothing', async () => {
    // Somebody made the folder before, for all to read.
    mkdirSync(dirname(work.secretFile), { recursive: true, mode: 0o755 })
    const { code, text } = await work.run('apply', 'femke')
    expect([code, text]).toEqual([0, expect.stringContaining('infra/azure/bot.bicep')])
    const { applications, grants, given, assigned, catalog } = await directory.all()
    expect(applications).toHaveLength(1)
    const [app] = applications
    const clientId = String(app!['appId'])
    expect(app).toMatchObject({
      signInAudience: 'AzureADMyOrg',
      identifierUris: [`api://groei.example/${clientId}`],
      spa: { redirectUris: ['brk-multihub://groei.example'] },
      api: { requestedAccessTokenVersion: 2 },
    })
    expect(grants).toMatchObject([
      {
        consentType: 'AllPrincipals',
        scope: 'User.Read Calendars.ReadWrite Chat.ReadBasic MailboxSettings.Read',
      },
    ])
    expect([given.length, assigned.length, catalog.length]).toEqual([1, 1, 1])
    expect(work.settings()).toMatchObject({
      CLIENT_ID: clientId,
      TENANT_IDS: tenant.tenantId,
      PUBLIC_HOST: 'groei.example',
      TEAMS_APP_ID: catalog[0]!['id'],
    })
    expect(work.package()).toMatchObject({
      CLIENT_ID: clientId,
      BOT_ID: clientId,
      APP_ID: catalog[0]!['externalId'],
    })
    const secret = readFileSync(work.secretFile, 'utf8').trim()
    expect(text).not.toContain(secret)
    expect(statSync(work.secretFile).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(work.secretFile)).mode & 0o777).toBe(0o700)
    expect(await directory.secretWorks(work)).toBe(true)

    const { fetch, sent } = counting()
    const again = await work.run('apply', 'femke', { fetch, ask: async () => 'n' })
    expect([again.code, sent]).toEqual([0, []])
    expect(again.text).toContain('Nothing is to be changed.')
    expect(await directory.all()).toEqual({ applications, grants, given, assigned, catalog })
  })

  test.each(['before', 'after'] as const)(
    'killed %s any of its writes, the next run leaves one of each',
    async (when) => {
      for (let at = 1; ; at += 1) {
        tenant.reset()
        work = installation(tenant.url)
        const process = killedAt(at, when)
        const first = await Promise.race([work.run('apply', 'femke', { fetch: process.fetch }), process.dead])
        if (first !== 'killed') {
          expect(at).toBeGreaterThan(9)
          break
        }
        const second = await work.run('apply', 'femke')
        expect([at, second.code]).toEqual([at, 0])
        const found = await directory.all()
        expect([
          at,
          found.applications.length,
          found.grants.length,
          found.given.length,
          found.assigned.length,
          found.catalog.length,
        ]).toEqual([at, 1, 1, 1, 1, 1])
        expect([at, (found.applications[0]!['passwordCredentials'] as object[]).length]).toEqual([at, 1])
        expect(await directory.secretWorks(work)).toBe(true)
        expect((await work.run('plan', 'femke')).text).toContain('Nothing is to be changed.')
      }
    },
  )
})

describe('npm run tenant in a tenant that it set up', () => {
  beforeEach(async () => {
    expect((await work.run('apply', 'femke')).code).toBe(0)
  })
  const app = async () =>
    (await directory.all()).applications[0] as Record<string, unknown> & {
      id: string
      appId: string
      api: Record<string, unknown> & { oauth2PermissionScopes: Record<string, unknown>[] }
    }

  test('what somebody took away is said, and put back beside what they added', async () => {
    const { id } = await app()
    await directory.change(`/applications/${id}`, 'PATCH', {
      spa: { redirectUris: ['https://added.example/'] },
    })
    const plan = await work.run('plan', 'femke')
    expect(plan.text).toContain('App registration\n  + redirect URI brk-multihub://groei.example')
    expect(plan.text).not.toContain('+ scope')
    await work.run('apply', 'femke')
    expect(await app()).toMatchObject({
      spa: { redirectUris: ['https://added.example/', 'brk-multihub://groei.example'] },
    })
  })

  test('a scope for admins alone is disabled before it is changed, and keeps its id and its clients', async () => {
    const { id, api } = await app()
    const [scope] = api.oauth2PermissionScopes
    const others = (change: object) => ({
      api: { ...api, oauth2PermissionScopes: [{ ...scope, ...change }] },
    })
    await directory.change(`/applications/${id}`, 'PATCH', others({ isEnabled: false }))
    await directory.change(`/applications/${id}`, 'PATCH', others({ isEnabled: true, type: 'Admin' }))
    const { code, text } = await work.run('apply', 'femke')
    expect([code, text]).toEqual([
      0,
      expect.stringContaining('~ scope access_as_user is for others than people'),
    ])
    expect((await app()).api).toEqual(api)
  })

  test('a disabled scope, a client that is not authorised, and consent that was taken back come back', async () => {
    const { id, api } = await app()
    const [grant] = (await directory.all()).grants
    await directory.change(`/applications/${id}`, 'PATCH', {
      api: {
        ...api,
        oauth2PermissionScopes: [{ ...api.oauth2PermissionScopes[0], isEnabled: false }],
        preAuthorizedApplications: [],
      },
    })
    await directory.change(`/oauth2PermissionGrants/${String(grant!['id'])}`, 'PATCH', {
      scope: 'User.Read Files.Read',
    })
    const { code, text } = await work.run('apply', 'femke')
    expect(code).toBe(0)
    for (const word of [
      '~ scope access_as_user is disabled',
      'Outlook: 1fec8e78',
      '+ consent for everybody: Chat.ReadBasic',
    ])
      expect(text).toContain(word)
    expect((await app()).api).toEqual(api)
    expect((await directory.all()).grants).toMatchObject([
      { scope: 'User.Read Files.Read Calendars.ReadWrite Chat.ReadBasic MailboxSettings.Read' },
    ])
  })

  test('a newer package is uploaded as a new version, and an older one is not', async () => {
    const { code } = await work.run('apply', 'femke', { version: '0.2.0' })
    expect(code).toBe(0)
    const [one] = await directory.listed('/appCatalogs/teamsApps?$expand=appDefinitions')
    expect(one).toMatchObject({ appDefinitions: [{ version: '0.2.0' }] })
    expect((await work.run('plan', 'femke', { version: '0.1.9' })).text).toContain(
      'Nothing is to be changed.',
    )
  })

  test('a secret that ends within a month gets another beside it; one whose file is gone too', async () => {
    const before = readFileSync(work.secretFile, 'utf8')
    const later = { now: () => new Date('2028-05-15T08:00:00Z') }
    expect((await work.run('apply', 'femke', later)).text).toContain('ends on 2028-06-02')
    expect(readFileSync(work.secretFile, 'utf8')).not.toBe(before)
    expect((await app())['passwordCredentials']).toHaveLength(2)
    expect(await directory.secretWorks(work)).toBe(true)
  })

  test('a managed identity is trusted in place of a secret, once', async () => {
    const identity = crypto.randomUUID()
    for (const _run of [1, 2])
      expect((await work.run('apply', 'femke', {}, ['--identity', identity])).code).toBe(0)
    const { id } = await app()
    expect(await directory.listed(`/applications/${id}/federatedIdentityCredentials`)).toMatchObject([
      {
        name: 'groei',
        subject: identity,
        audiences: ['api://AzureADTokenExchange'],
        issuer: expect.stringContaining(`${tenant.tenantId}/v2.0`),
      },
    ])
  })

  test('undo removes what it made and nothing else, and then apply begins anew', async () => {
    const other = await directory.change('/applications', 'POST', { displayName: 'Other' })
    const before = work.settings()['CLIENT_ID']
    expect((await work.run('undo', 'femke', { ask: async () => 'n' })).code).toBe(1)
    expect((await directory.all()).applications).toHaveLength(2)
    const { code, text } = await work.run('undo', 'femke')
    expect([code, text]).toEqual([0, expect.stringContaining('for good')])
    expect(await directory.listed('/applications')).toMatchObject([{ id: other['id'] }])
    expect(await directory.listed('/appCatalogs/teamsApps')).toEqual([])
    expect(existsSync(work.secretFile)).toBe(false)
    expect(work.settings()).toMatchObject({ CLIENT_ID: '', TEAMS_APP_ID: '', PUBLIC_HOST: 'groei.example' })
    expect((await work.run('undo', 'femke')).text).toContain('nothing that this command made')
    expect((await work.run('apply', 'femke')).code).toBe(0)
    expect(work.settings()['CLIENT_ID']).not.toBe(before)
  })

  test.each(['before', 'after'] as const)(
    'undo that is killed %s any of its writes is finished by the next',
    async (when) => {
      for (let at = 1; ; at += 1) {
        const process = killedAt(at, when)
        const first = await Promise.race([work.run('undo', 'femke', { fetch: process.fetch }), process.dead])
        if (first !== 'killed') {
          expect(at).toBeGreaterThan(3)
          break
        }
        expect((await work.run('undo', 'femke')).code).toBe(0)
        expect([
          at,
          await directory.listed('/applications'),
          await directory.listed('/appCatalogs/teamsApps'),
        ]).toEqual([at, [], []])
        expect((await work.run('apply', 'femke')).code).toBe(0)
      }
    },
  )

  test('an app that somebody else uploaded stays in the catalogue', async () => {
    writeFileSync(join(work.into, 'tenant.json'), JSON.stringify({ tenantId: tenant.tenantId }))
    expect((await work.run('undo', 'femke')).text).not.toContain('catalogue')
    expect(await directory.listed('/appCatalogs/teamsApps')).toHaveLength(1)
  })

  test('a registration that was deleted by hand keeps its name: apply says what to do', async () => {
    await directory.change(`/applications/${(await app()).id}`, 'DELETE')
    writeFileSync(join(work.into, '.env'), '')
    const { code, text } = await work.run('apply', 'femke')
    expect([code, text]).toEqual([1, expect.stringContaining('Deleted applications')])
  })
})
