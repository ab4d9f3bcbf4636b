import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { certificate, type Issued } from '../support/certificates.ts'
import { nowhere } from '../support/doctor.ts'
import type { FrontOptions } from '../support/front.ts'
import { startInstallation, type Installation } from '../support/installation.ts'

let here: Installation
const complaint: Installation['complaint'] = (...asked) => here.complaint(...asked)
const through: Installation['through'] = (wrong) => here.through(wrong)
beforeAll(async () => {
  here = await startInstallation()
})
afterEach(() => here?.tidy())
afterAll(() => here?.close())

describe('the public address', () => {
  test('a name without a DNS record, an address without a name, and none at all are each said', async () => {
    expect(await complaint('public address', { PUBLIC_URL: 'https://nowhere.invalid' })).toContain(
      'No DNS record for nowhere.invalid',
    )
    expect(await complaint('public address', { PUBLIC_URL: 'https://127.0.0.1:1' })).toContain('no name')
    expect(await complaint('public address', { PUBLIC_URL: undefined })).toContain('PUBLIC_URL is not set')
    expect(await complaint('pages', { PUBLIC_URL: undefined })).toContain('unknown: PUBLIC_URL is not set')
  })

  test.each<[string, () => Partial<Issued>, string]>([
    ['has ended', () => certificate({ name: 'localhost', by: here.root.issuer, until: -1 }), 'ended on'],
    ['ends soon', () => certificate({ name: 'localhost', by: here.root.issuer, until: 5 }), 'ends in 4 days'],
    [
      'is for another name',
      () => certificate({ name: 'groei.example', by: here.root.issuer }),
      'other names',
    ],
    ['comes without those between', incompleteChain, 'between this one and its authority are missing'],
    ['is of nobody', () => certificate({ name: 'localhost' }), 'authority that Microsoft does not know'],
  ])('a certificate that %s is said', async (_what, made, says) => {
    const { cert, key } = made()
    expect(await complaint('public address', await through({ cert: cert!, key: key! }))).toContain(says)
  })
  function incompleteChain() {
    const between = certificate({ name: 'between', by: here.root.issuer, isAuthority: true })
    return certificate({ name: 'localhost', by: between.issuer })
  }

  test('an address without TLS, or where nobody answers, is said', async () => {
    const plain = here.tenant.url
    expect(await complaint('public address', { PUBLIC_URL: plain })).toContain('not encrypted (http)')
    expect(await complaint('public address', { PUBLIC_URL: plain.replace('http:', 'https:') })).toContain(
      'No TLS 1.2 or newer',
    )
    const closed = { PUBLIC_URL: `https://localhost:${await nowhere()}` }
    for (const name of ['public address', 'pages', 'proxies', 'notifications', 'bot endpoint'])
      expect(await complaint(name, closed)).toContain('Nothing answers at')
    expect(await complaint('live notes', closed)).toContain('No WebSocket comes through')
  })

  test('a proxy that frames, rewrites, redirects or swallows a page or a WebSocket is said', async () => {
    const pages = async (wrong: Partial<FrontOptions>) => complaint('pages', await through(wrong))
    expect(await pages({ adds: { 'x-frame-options': 'DENY' } })).toContain('X-Frame-Options')
    expect(await pages({ adds: { 'content-security-policy': undefined } })).toContain(
      'Content-Security-Policy',
    )
    expect(await pages({ answers: () => 302 })).toContain('sent on to another address')
    expect(await pages({ answers: () => 503 })).toContain('answered with 503')
    expect(await complaint('live notes', await through({ webSockets: false }))).toContain('No WebSocket')
  })
})

describe('the address for notifications', () => {
  test.each<[string, Partial<FrontOptions>, string]>([
    ['loses the query', { path: (one) => one.split('?')[0]! }, 'do not arrive'],
    ['loses the beginning of a path', { path: (one) => one.replace('/api', '') }, '(404)'],
    [
      'decodes the query',
      { path: (one) => decodeURIComponent(one).replaceAll(' ', '+') },
      'not what arrived',
    ],
    ['asks for a sign-in', { answers: () => 401 }, 'refuses Microsoft (401)'],
    ['sends on', { answers: () => 308 }, 'sent on to another address'],
    ['fails', { answers: () => 500 }, 'It answers 500'],
    ['says that it is a page', { adds: { 'content-type': 'text/html' } }, 'another type than text/plain'],
  ])('a proxy that %s is said, for both addresses', async (_what, wrong, says) => {
    const findings = await here.found('notifications', await through(wrong))
    expect(findings.map(({ says: one }) => one.includes(says))).toEqual([true, true])
  })
})

describe('proxies', () => {
  test('a proxy that does not say who asks, or passes on what strangers say, is said', async () => {
    expect(await complaint('proxies', await through({ forwardedFor: 'none' }))).toContain(
      'does not say who asks',
    )
    expect(await complaint('proxies', await through({ forwardedFor: 'as-asked' }))).toContain('passes on')
  })

  test('a proxy that the server does not trust is said, with what to add', async () => {
    await here.restartedWith({ TRUSTED_PROXIES: undefined })
    const [finding] = await here.found('proxies')
    await here.restartedWith({})
    expect(finding).toMatchObject({ state: 'wrong', todo: expect.stringContaining('127.0.0.1') })
  })

  test('a server with another client secret does not say how it sees anybody', async () => {
    expect(await complaint('proxies', { CLIENT_SECRET: 'another secret' })).toContain('other secrets')
    expect((await here.tenant.request('/api/seen')).status).toBe(401)
  })
})
