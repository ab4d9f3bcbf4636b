import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { testIn } from '../support/test.ts'

const test = testIn()
const assets = join(import.meta.dirname, '../../client/dist/assets')
const names = readdirSync(assets).filter((name) => name.endsWith('.js'))
const sizeOf = (name: string) => readFileSync(join(assets, name)).length
const large = names.filter((name) => sizeOf(name) >= 1024)
const small = names.filter((name) => sizeOf(name) < 1024)
const browser = 'gzip, deflate, br, zstd'

const decode: Record<string, (body: Buffer) => Buffer> = {
  br: (body) => brotliDecompressSync(body),
  gzip: (body) => gunzipSync(body),
  identity: (body) => body,
}

test.for([
  { accepted: browser, sent: 'br' },
  { accepted: 'br;q=1, gzip;q=0.5', sent: 'br' },
  { accepted: 'gzip', sent: 'gzip' },
  { accepted: 'br;q=0, gzip', sent: 'gzip' },
  { accepted: 'deflate', sent: 'identity' },
  { accepted: undefined, sent: 'identity' },
])(
  'a client that accepts $accepted is sent every script as $sent',
  async ({ accepted, sent }, { tenant }) => {
    expect(large.length).toBeGreaterThan(15)
    for (const name of large) {
      const answer = await tenant.app().inject({
        url: `/assets/${name}`,
        headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
      })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-encoding'] ?? 'identity').toBe(sent)
      expect(answer.headers).toMatchObject({
        vary: 'accept-encoding',
        'content-type': 'application/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-length': String(answer.rawPayload.length),
      })
      const decoded = decode[sent]?.(answer.rawPayload)
      expect(decoded?.equals(readFileSync(join(assets, name))), name).toBe(true)
      if (sent !== 'identity') expect(answer.rawPayload.length).toBeLessThan(sizeOf(name))
    }
  },
)

test('a script that is too small to compress comes as it is', async ({ tenant }) => {
  expect(small.length).toBeGreaterThan(2)
  for (const name of small) {
    const answer = await tenant
      .app()
      .inject({ url: `/assets/${name}`, headers: { 'accept-encoding': browser } })
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.headers.vary).toBe('accept-encoding')
    expect(answer.rawPayload.equals(readFileSync(join(assets, name))), name).toBe(true)
  }
})

test('each encoding of a script has a tag of its own, by which a browser asks whether it changed', async ({
  tenant,
}) => {
  const url = `/assets/${large[0]}`
  const tags = new Set<unknown>()
  for (const accepted of ['br', 'gzip', 'identity']) {
    const { headers } = await tenant.app().inject({ url, headers: { 'accept-encoding': accepted } })
    tags.add(headers.etag)
    const again = await tenant
      .app()
      .inject({ url, headers: { 'accept-encoding': accepted, 'if-none-match': String(headers.etag) } })
    expect([again.statusCode, again.headers.vary]).toEqual([304, 'accept-encoding'])
  }
  expect(tags.size).toBe(3)
})

test('compressed files and what the build keeps for itself are no pages', async ({ tenant }) => {
  const asset = large[0] ?? ''
  const hidden = [
    `/assets/${asset}.br`,
    `/assets/${asset}.gz`,
    `/assets/${asset}%2Ebr`,
    `/assets/${asset}.br?x`,
    '/.vite/manifest.json',
    '/%2Evite/manifest.json',
  ]
  for (const url of hidden)
    for (const accepted of [browser, 'identity'])
      expect(
        (await tenant.app().inject({ url, headers: { 'accept-encoding': accepted } })).statusCode,
        url,
      ).toBe(404)
})

test.for([
  ['/panel', 148],
  ['/tab', 190],
  ['/pane', 132],
] as const)(
  'the scripts that the page %s names are %i KB at most as sent',
  async ([path, most], { tenant }) => {
    const { body } = await tenant.app().inject(path)
    const named = [...body.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name]) => name ?? '')
    expect(named.length).toBeGreaterThan(3)
    const sent = named.map((name) => (small.includes(name) ? sizeOf(name) : sizeOf(`${name}.br`)))
    expect(sent.reduce((sum, one) => sum + one, 0) / 1024).toBeLessThanOrEqual(most)
  },
)
