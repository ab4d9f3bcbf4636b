import { Server } from '@hocuspocus/server'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { createServer as createHttp } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { livePath } from '../../server/contract/live.ts'
import { systemClock } from '../../server/plugins/clock.ts'
import { ownDatabase } from '../support/database-uri.ts'

/** What the load generator is told: where to connect, and as whom. */
export type Ready = { url: string; pairs: { id: string; tokens: [string, string] }[] }
/** What the server has used: bytes of memory that is not garbage, and microseconds of the processor since it began. */
export type Used = { heap: number; external: number; cpu: number }

const clientId = '11111111-2222-4333-8444-555555555555'
const tenantId = '66666666-7777-4888-8999-aaaaaaaaaaaa'
const ids = Array.from({ length: Number(process.argv[3]) }, () => crypto.randomUUID())

/** Hocuspocus as it comes: anybody may enter, nothing is stored. */
async function bare(): Promise<Ready> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  await new Server({ quiet: true, port, address: '127.0.0.1' }).listen()
  return { url: `ws://127.0.0.1:${port}`, pairs: ids.map((id) => ({ id, tokens: ['x', 'x'] })) }
}

/** Groei on a file or a database of its own, with so many conversations and people, and a key that their tokens are signed with. */
async function product(): Promise<Ready> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }
  const authority = createHttp((request, response) => {
    const base = `http://127.0.0.1:${(authority.address() as AddressInfo).port}`
    const metadata = {
      issuer: `${base}/${tenantId}/v2.0`,
      token_endpoint: `${base}/token`,
      jwks_uri: `${base}/keys`,
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : metadata))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => authority.once('listening', resolve))
  const login = `http://127.0.0.1:${(authority.address() as AddressInfo).port}`
  const dir = mkdtempSync(join(tmpdir(), 'groei-bench-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  const config = readConfig({
    LOG_LEVEL: 'silent',
    CLIENT_ID: clientId,
    CLIENT_SECRET: 'of no use here',
    TENANT_IDS: tenantId,
    DATA_DIR: dir,
    CLOUD_LOGIN: login,
    MONGODB_URI: process.argv[2] === 'mongodb' ? ownDatabase() : undefined,
  })
  const app = await buildApp(config, { clock: systemClock, newId: () => crypto.randomUUID() })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const { conversations, pairs } = app.collections
  const now = new Date()
  const ready: Ready = { url: url.replace('http', 'ws') + livePath, pairs: [] }
  for (const id of ids) {
    const people = [crypto.randomUUID(), crypto.randomUUID()] as const
    const member = (at: 0 | 1) => ({ address: people[at], name: `Person ${at}`, oid: people[at] })
    await pairs.insertOne({
      _id: `p${id}`,
      tenantId,
      key: id,
      members: [
        { ...member(0), role: 'coach' },
        { ...member(1), role: 'employee' },
      ],
      createdAt: now,
    })
    await conversations.insertOne({
      _id: id,
      tenantId,
      pairId: `p${id}`,
      iCalUId: id,
      meeting: { subject: '', start: now, end: now, organiser: people[0] },
      template: { id: 'grow', version: 1 },
      state: 'open',
      notes: { texts: {} },
      publication: null,
      createdAt: now,
      finishedAt: null,
    })
    const sign = (oid: string) =>
      new SignJWT({ tid: tenantId, oid, scp: 'access_as_user', ver: '2.0', azp: clientId, name: '' })
        .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
        .setIssuer(`${login}/${tenantId}/v2.0`)
        .setAudience(clientId)
        .setIssuedAt()
        .setNotBefore('0 s')
        .setExpirationTime('1 h')
        .sign(privateKey)
    ready.pairs.push({ id, tokens: [await sign(people[0]), await sign(people[1])] })
  }
  return ready
}

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  // What the first collection only finds, such as the memory of buffers, is gone after the second.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed: heap, external } = process.memoryUsage()
  process.send?.({ heap, external, cpu: user + system } satisfies Used)
})
process.once('disconnect', () => process.exit(0))
process.send?.(await (process.argv[2] === 'bare' ? bare() : product()))
