import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { authorisedClients } from '../contract/registration.ts'
import { isProof, proofAt } from '../http/doctor-proof.ts'
import { examine, type Parts } from './check.ts'
import { skewResult } from './clock-skew.ts'
import { applicationResult, delegatedResult } from './consent.ts'
import { embeddedResult, mongoResults } from './database.ts'
import type { Application } from './directory.ts'
import { exitCode, ok, report, unknown, wrong, type Result } from './finding.ts'
import { proxyResult } from './proxies.ts'
import { infoResults } from './redis.ts'
import { registrationResults } from './registration.ts'
import { catalogueResult } from './teams-package.ts'
import { fileInZip } from './zip.ts'

const guid = '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b'
const config = readConfig({
  CLIENT_ID: guid,
  CLIENT_SECRET: 'abcdefghijk',
  TENANT_IDS: guid,
  PUBLIC_URL: 'https://groei.example',
  APP_ID_URI: `api://groei.example/${guid}`,
})
const now = new Date('2026-06-02T08:00:00Z')
/** The parts that are not well. */
const wrongIn = (results: Result[]) => results.flatMap(({ state, part }) => (state === 'ok' ? [] : [part]))

describe('findings', () => {
  test('a check that throws or hangs is a finding of its own, without the text of the error', async () => {
    const findings = await examine(
      [
        { name: 'throws', run: async () => Promise.reject(new Error('geheim')) },
        { name: 'hangs', run: () => new Promise(() => undefined) },
        { name: 'well', run: async () => ok('yes') },
      ],
      {} as Parts,
      20,
    )
    expect(findings.map(({ name, state }) => [name, state])).toEqual([
      ['throws', 'unknown'],
      ['hangs', 'unknown'],
      ['well', 'ok'],
    ])
    expect(report(findings)).not.toContain('geheim')
    expect(report(findings)).toContain('1 ok, 0 wrong, 2 not checked')
  })

  test('what is wrong outweighs what could not be checked', () => {
    const [fine, bad, open] = [ok(''), wrong('', ''), unknown('', '')]
    expect([[fine], [fine, open], [fine, open, bad]].map(exitCode)).toEqual([0, 2, 1])
  })
})

describe('the registration', () => {
  const right: Application = {
    identifierUris: [config.app.idUri],
    spa: { redirectUris: ['brk-multihub://groei.example'] },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [{ id: guid, value: 'access_as_user', isEnabled: true }],
      preAuthorizedApplications: authorisedClients.map((appId) => ({ appId })),
    },
    appRoles: [{ value: 'Groei.Admin', isEnabled: true }],
    passwordCredentials: [{ hint: 'abc', endDateTime: '2027-06-02T08:00:00Z' }],
  }
  const wrongWith = (other: Partial<Application>) =>
    wrongIn(registrationResults({ ...right, ...other }, config, now))

  test('as the page has it is well, and so is one whose secret has no hint', () => {
    expect(wrongWith({})).toEqual([])
    expect(wrongWith({ passwordCredentials: [{ hint: null, endDateTime: '2026-06-03T08:00:00Z' }] })).toEqual(
      [],
    )
  })

  test.each<[string, Partial<Application>]>([
    ['Application ID URI', { identifierUris: [`api://${guid}`] }],
    ['scope', { api: { ...right.api, oauth2PermissionScopes: [] } }],
    [
      'scope',
      {
        api: {
          ...right.api,
          oauth2PermissionScopes: [{ id: '', value: 'access_as_user', isEnabled: false }],
        },
      },
    ],
    ['clients', { api: { ...right.api, preAuthorizedApplications: [{ appId: authorisedClients[0]! }] } }],
    ['redirect', { spa: { redirectUris: ['https://groei.example'] } }],
    ['token version', { api: { ...right.api, requestedAccessTokenVersion: null } }],
    ['roles', { appRoles: [{ value: 'Groei.Admin', isEnabled: false }] }],
    ['client secret', { passwordCredentials: [{ hint: 'abc', endDateTime: '2026-06-20T08:00:00Z' }] }],
  ])('a %s that is not so is said, and nothing else', (part, other) => {
    expect(wrongWith(other)).toEqual([part])
  })

  test('an empty one says each part', () => {
    expect(wrongIn(registrationResults({}, config, now))).toHaveLength(6)
  })
})

describe('consent', () => {
  const all = 'User.Read Calendars.ReadWrite Chat.ReadBasic'

  test.each([
    [
      'for everybody',
      [{ consentType: 'AllPrincipals', scope: `${all} MailboxSettings.Read` }],
      'ok',
      'For everybody',
    ],
    [
      'for everybody, without what is optional',
      [{ consentType: 'AllPrincipals', scope: all }],
      'ok',
      'nine to five',
    ],
    ['by each person', [{ consentType: 'Principal', scope: all }], 'ok', 'by themselves'],
    [
      'in part',
      [{ consentType: 'AllPrincipals', scope: 'User.Read' }],
      'wrong',
      'Calendars.ReadWrite, Chat.ReadBasic',
    ],
    ['by nobody', [], 'wrong', 'User.Read'],
  ])('%s', (_what, grants, state, says) => {
    expect(delegatedResult(grants)).toMatchObject({ state, says: expect.stringContaining(says) })
  })

  test('a permission of the application that opens calendars is wrong, whatever else is there', () => {
    const installing = 'TeamsAppInstallation.ReadWriteSelfForUser.All'
    expect(applicationResult([installing, 'Calendars.Read'], true)).toMatchObject({ state: 'wrong' })
    expect(applicationResult([installing, 'Application.Read.All'], true).state).toBe('ok')
    expect(applicationResult([], true).state).toBe('wrong')
    expect(applicationResult([], false).state).toBe('ok')
  })
})

describe('what is measured', () => {
  const right = { version: '8.0.4', copies: 'rs0', writes: 'majority', unindexed: [], latency: 2 }

  test.each([
    ['version', { version: '6.0.19' }],
    ['copies', { copies: null }],
    ['writes', { writes: 1 }],
    ['indexes', { unindexed: ['pairs'] }],
    ['latency', { latency: 60 }],
  ])('a database whose %s is not right is said so', (part, other) => {
    expect(wrongIn(mongoResults(right))).toEqual([])
    expect(wrongIn(mongoResults({ ...right, ...other }))).toEqual([part])
  })

  test('a full disk under the embedded engine is said', () => {
    expect(embeddedResult({ state: 'in-use', left: 2 ** 40 }, false).state).toBe('ok')
    expect(embeddedResult({ state: 'in-use', left: 2 ** 20 }, false)).toMatchObject({ state: 'wrong' })
  })

  test('an old Redis is wrong, and one that evicts only what may go is not', () => {
    const info = (version: string, policy: string) =>
      wrongIn(infoResults(`redis_version:${version}\r\nmaxmemory_policy:${policy}\r\n`))
    expect(info('5.0.7', 'noeviction')).toEqual(['version'])
    expect(info('7.2.4', 'volatile-lru')).toEqual([])
    expect(info('7.2.4', 'allkeys-lru')).toEqual(['eviction'])
  })

  test('of several clocks the one that differs most decides', () => {
    expect(skewResult([0.4, -0.9]).state).toBe('ok')
    expect(skewResult([0.4, -300])).toMatchObject({ says: expect.stringContaining('300 s ahead') })
    expect(skewResult([]).state).toBe('unknown')
  })

  test('of several proxies the one that is not trusted is named', () => {
    const forwarded = '192.0.2.1, 203.0.113.7, 10.0.0.4'
    expect(proxyResult({ peer: '10.0.0.5', address: '10.0.0.4', forwarded })).toMatchObject({
      todo: expect.stringContaining('10.0.0.4'),
    })
    expect(proxyResult({ peer: '10.0.0.5', address: '203.0.113.7', forwarded }).state).toBe('ok')
  })

  test('an app of the catalogue under another id is said with the right one', () => {
    expect(catalogueResult([{ id: guid.toUpperCase() }], guid).state).toBe('ok')
    expect(catalogueResult([{ id: 'other' }], guid)).toMatchObject({ says: expect.stringContaining('other') })
    expect(catalogueResult([], guid).state).toBe('wrong')
  })
})

describe('the proof of the doctor', () => {
  const secrets = {
    app: { ...config.app, clientSecret: 'a secret' },
    database: config.database,
    redisUrl: undefined,
  }

  test('is none where there is no secret that only the two have', () => {
    const none = { ...secrets, app: { ...config.app, clientSecret: '' } }
    expect(proofAt(none, now)).toBeNull()
    expect(isProof(none, '', now)).toBe(false)
  })

  test('holds for a minute before and after, and for no other secret', () => {
    const said = proofAt(secrets, now) ?? ''
    const at = (minutes: number) => isProof(secrets, said, new Date(now.getTime() + minutes * 60_000))
    expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([false, true, true, true, false])
    expect(isProof({ ...secrets, redisUrl: 'redis://other' }, said, now)).toBe(false)
    expect(isProof(secrets, '', now)).toBe(false)
  })
})

describe('a zip', () => {
  test('gives a file that is stored or compressed, and nothing that is not in it', () => {
    const zip = (method: number, content: Buffer) => {
      const head = Buffer.alloc(30)
      const entry = Buffer.alloc(46)
      const end = Buffer.alloc(22)
      entry.writeUInt16LE(method, 10)
      entry.writeUInt32LE(content.length, 20)
      for (const [where, at] of [
        [head, 26],
        [entry, 28],
      ] as const)
        where.writeUInt16LE(1, at)
      const local = Buffer.concat([head, Buffer.from('a'), content])
      end.write('PK\x05\x06')
      end.writeUInt16LE(1, 10)
      end.writeUInt32LE(local.length, 16)
      return Buffer.concat([local, entry, Buffer.from('a'), end])
    }
    expect(fileInZip(zip(0, Buffer.from('text')), 'a')?.toString()).toBe('text')
    expect(fileInZip(zip(8, deflateRawSync('text')), 'a')?.toString()).toBe('text')
    expect(() => fileInZip(zip(8, deflateRawSync(Buffer.alloc(2 ** 21))), 'a')).toThrow('larger than')
    expect(fileInZip(zip(0, Buffer.from('text')), 'b')).toBeNull()
    expect(fileInZip(Buffer.from('no zip'), 'a')).toBeNull()
  })
})
