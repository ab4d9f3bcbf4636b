import { describe, expect } from 'vitest'
import { otherTenantId } from '../../infra/sandbox/seed/organisation.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const hosts = ['https://teams.microsoft.com', 'https://*.cloud.microsoft', 'https://outlook.office.com']

const test = testIn({
  settings: () => ({ TENANT_IDS: otherTenantId, CLOUD_HOSTS: hosts.join(' '), CLOUD_OFFICE_JS: undefined }),
})
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

const ask = (url: string, more: { method?: 'POST'; payload?: string; headers?: object } = {}) =>
  tenant.app().inject({ url, ...(more as object) })

/** A Content-Security-Policy by its directives. */
const policyOf = ({ headers }: { headers: Record<string, unknown> }) =>
  new Map(
    String(headers['content-security-policy'])
      .split(';')
      .map((one) => one.trim().split(' '))
      .map(([name = '', ...sources]) => [name, sources] as const),
  )

const pages = ['/panel', '/configure', '/tab', '/pane']
const others = ['/api/one-on-ones', '/api/openapi.json', '/api/nothing', '/healthz', '/api/live', '/%ff']

describe('security headers', () => {
  test.each(pages)('%s may be framed by the hosts alone and runs no inline script', async (url) => {
    const answer = await ask(url)
    const policy = policyOf(answer)
    expect(policy.get('frame-ancestors')).toEqual(hosts)
    expect(policy.get('default-src')).toEqual(["'none'"])
    for (const name of ['base-uri', 'form-action']) expect(policy.get(name)).toEqual(["'none'"])
    const scripts = policy.get('script-src') ?? []
    expect(scripts[0]).toBe("'self'")
    // Office.js's own place, and one script of a host that has old libraries with known faults.
    const office = [
      'https://appsforoffice.microsoft.com',
      'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js',
    ]
    expect(scripts.slice(1)).toEqual(url === '/pane' ? office : [])
    expect(policy.get('connect-src')?.join(' ')).not.toContain('aspnetcdn')
    for (const feature of ['camera', 'microphone', 'geolocation', 'display-capture', 'usb'])
      expect(answer.headers['permissions-policy']).toContain(`${feature}=()`)
    // The header of old knows one host only, and browsers that know it would frame nothing.
    expect(answer.headers['x-frame-options']).toBeUndefined()
    expect(answer.body).not.toMatch(/<script(?![^>]*\ssrc=)/)
    expect(answer.body).not.toMatch(/\son\w+=|javascript:/i)
  })

  test.each([...pages, ...others])(
    '%s has the headers that keep a browser from sniffing types and sending referrers',
    async (url) => {
      const { headers } = await ask(url)
      expect(headers['x-content-type-options']).toBe('nosniff')
      if (url === '/%ff') return
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age=') as string,
        'x-permitted-cross-domain-policies': 'none',
      })
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['access-control-allow-origin']).toBeUndefined()
    },
  )

  test.each([...pages, '/icons/icon-32.png'])('%s may be loaded by a host', async (url) => {
    const answer = await ask(url)
    expect([answer.statusCode, answer.headers['cross-origin-resource-policy']]).toEqual([200, 'cross-origin'])
  })

  test.each(others.filter((url) => url !== '/%ff'))('%s may be loaded by no other site', async (url) => {
    expect((await ask(url)).headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  test.each([
    '/.vite/manifest.json',
    '/%2evite/manifest.json',
    '/assets/../.vite/manifest.json',
    '/index.html.br',
  ])('%s, which the build left, is not served', async (url) => {
    expect((await ask(url)).statusCode).toBe(404)
  })

  test('an answer to a person is kept in no cache', async () => {
    expect((await ask('/api/one-on-ones')).headers['cache-control']).toBe('no-store')
  })

  test('the validation token of a notification is echoed as plain text and never as a page', async () => {
    const page = '<script>alert(1)</script>'
    for (const path of ['/api/notifications/calendar', '/api/notifications/calendar/lifecycle']) {
      const answer = await ask(`${path}?validationToken=${encodeURIComponent(page)}`, {
        method: 'POST',
        payload: '',
        headers: { 'content-type': 'text/plain' },
      })
      expect([answer.statusCode, answer.body]).toEqual([200, page])
      expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(policyOf(answer).get('default-src')).toEqual(["'none'"])
      const long = await ask(`${path}?validationToken=${'x'.repeat(4001)}`, { method: 'POST', payload: '' })
      expect(long.statusCode).toBe(400)
      expect(long.body).not.toContain('xxxx')
    }
  })

  test('a request that never ends is cut after 30 s, and a head that does not', () => {
    // Node takes the two for each other where the second is longer (`server/plugins/connection-bounds.test.ts`).
    const { requestTimeout, headersTimeout } = tenant.app().server
    expect([requestTimeout, headersTimeout]).toEqual([30_000, 30_000])
  })
})
