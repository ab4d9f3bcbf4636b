import { importJWK, SignJWT } from 'jose'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { WebSocket } from 'ws'
import { newKey } from '../../infra/sandbox/keys.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'

/** How long each attack goes on, in milliseconds, and how many of its requests are under way at once. */
const lasting = 3000
const concurrency = 20
/** An attack that is not over by then is given up, in milliseconds. */
const patience = 60_000

type Conversation = { id: string }
/** Says how many of its requests the server took. */
type Attack = (tenant: Tenant, conversation: Conversation) => Promise<string>

/** Sends one request after the other, many at the same time, until it is over. */
async function flood(send: (at: number) => Promise<unknown>): Promise<string> {
  const until = performance.now() + lasting
  let sent = 0
  const one = async () => {
    while (performance.now() < until) await send(sent++)
  }
  await Promise.all(Array.from({ length: concurrency }, one))
  return `${sent} requests`
}
const post = (tenant: Tenant, path: string, body: string, token?: string) =>
  fetch(tenant.serverUrl() + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body,
  }).then(
    (response) => response.arrayBuffer(),
    () => null,
  )

/** Tokens that are right in all but their signature, or their key. */
async function forgedTokens(claims: object, kidOf: (at: number) => string): Promise<string[]> {
  const key = await importJWK({ ...newKey('elsewhere').privateKey, kty: 'RSA' }, 'RS256')
  return Promise.all(
    Array.from({ length: 200 }, (_one, at) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: kidOf(at) }).sign(key),
    ),
  )
}
const partOf = (token: string, at: number) =>
  JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString()) as Record<string, string>

/** A socket that somebody opened and signed in on, for frames that no client of ours sends. */
async function socketOf(tenant: Tenant, user: string, { id }: Conversation) {
  const socket = new WebSocket(tenant.liveUrl)
  socket.on('error', () => undefined)
  await once(socket, 'open')
  const bytes = (text: string) => [...new TextEncoder().encode(text)]
  const token = bytes(await tenant.token(user))
  const frame = (...rest: number[]) => new Uint8Array([id.length, ...bytes(id), ...rest])
  socket.send(frame(2, 0, (token.length & 127) | 128, token.length >> 7, ...token))
  await once(socket, 'message')
  return { socket, frame }
}
/** Types a long text, in parts that one message takes. */
async function type(
  tenant: Tenant,
  conversation: Conversation,
  length: number,
  words: string,
): Promise<void> {
  const { text, provider } = await tenant.join(0, 'sanne', conversation.id)
  for (let at = 0; at < length; at += 50_000)
    text.insert(0, words.repeat(Math.ceil(50_000 / words.length)).slice(0, Math.min(50_000, length - at)))
  for (let waited = 0; provider.hasUnsyncedChanges && waited < 100; waited += 1) await pause(50)
}

const attacks: Record<string, Attack> = {
  'nobody attacks': async () => {
    await pause(lasting)
    return ''
  },
  'strangers without tokens': (tenant) =>
    flood(async () => (await fetch(`${tenant.serverUrl()}/api/settings`)).arrayBuffer()),
  'forged tokens': async (tenant) => {
    const good = await tenant.token('sanne')
    const tokens = await forgedTokens(partOf(good, 1), () => partOf(good, 0)['kid'] ?? '')
    return flood((at) => post(tenant, '/api/settings', '', tokens[at % tokens.length]))
  },
  'junk notifications': (tenant) => {
    const kinds = [
      JSON.stringify({ value: [] }),
      JSON.stringify({ value: [], more: 'x'.repeat(900_000) }),
      JSON.stringify({
        value: Array.from({ length: 1000 }, (_one, at) => ({ subscriptionId: `${at}`, clientState: 'x' })),
      }),
    ]
    return flood((at) => post(tenant, '/api/notifications/calendar', kinds[at % kinds.length] ?? ''))
  },
  'silent sockets': async (tenant, conversation) => {
    const sockets = Array.from({ length: 1200 }, () => new WebSocket(tenant.liveUrl))
    for (const socket of sockets) socket.on('error', () => undefined)
    await pause(lasting / 2)
    let joined = 0
    for (const user of ['sanne', 'milan', 'sanne', 'milan']) {
      const entered = await Promise.race([tenant.join(0, user, conversation.id), pause(lasting / 2)])
      if (entered?.entered === 'synced') joined += 1
    }
    for (const socket of sockets) socket.terminate()
    return `1200 sockets, ${joined} of 4 people let in beside them`
  },
  'sync questions': async (tenant, conversation) => {
    await type(tenant, conversation, 15_000, 'woorden ')
    const { socket, frame } = await socketOf(tenant, 'milan', conversation)
    let bytes = 0
    socket.on('message', (data: Buffer) => (bytes += data.length))
    // Sync, step 1, with an empty state vector: everything is asked for.
    for (let at = 0; at < 500; at += 1) socket.send(frame(0, 0, 1, 0))
    await pause(lasting)
    socket.terminate()
    return `500 questions, ${(bytes / 2 ** 20).toFixed(0)} MB answered`
  },
  'forged bot tokens': async (tenant) => {
    const now = Math.floor(Date.now() / 1000)
    const issuer = `${tenant.url}/sandbox/connector`
    const claims = { iss: issuer, aud: tenant.launched.sandbox.app.clientId, nbf: now, exp: now + 300 }
    const tokens = await forgedTokens(claims, (at) => `kid ${at}`)
    return flood((at) => post(tenant, '/api/messages', '{"type":"message"}', tokens[at % tokens.length]))
  },
  'slow bodies': async (tenant) => {
    const port = tenant.launched.productPorts[0] ?? 0
    const sockets = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'))
    for (const [at, socket] of sockets.entries()) {
      socket.on('error', () => undefined)
      const path = at % 2 === 0 ? '/api/messages' : '/api/notifications/calendar'
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n`,
      )
    }
    for (let at = 0; at < lasting; at += 500) {
      for (const socket of sockets) socket.write('x')
      await pause(500)
    }
    for (const socket of sockets) socket.destroy()
    return '200 bodies'
  },
  // Last: the server is busy with it for a while.
  'long notes finished': async (tenant, conversation) => {
    await type(tenant, conversation, 150_000, 'teams.')
    tenant.leave()
    const answer = await tenant.finish('sanne', conversation.id).catch(() => null)
    await pause(lasting)
    return `finished: ${answer?.status ?? 'no answer'}`
  },
}

const columns = [26, 16, 14] as const
const row = (...cells: [string, string, string, string]) =>
  cells.map((cell, at) => cell.padEnd(columns[at] ?? 0)).join('')

/**
 * What each attack of the security review does to everybody else, all of it from one address. The server is a process
 * of its own, and so is what watches it.
 */
export async function measureHostile(): Promise<string[]> {
  const tenant = await startTenant({ ownProcess: true, logLevel: 'silent' })
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  if (!meeting) throw new Error('no meeting')
  const conversation = await tenant.conversation('sanne', 'milan', meeting)
  const lines = [row('attack', 'longest pause', 'good served', 'it sent')]
  let quiet: number | null = null
  for (const [name, attack] of Object.entries(attacks)) {
    const tokens = await Promise.all(['sanne', 'milan', 'noor'].map((user) => tenant.token(user)))
    const watch = new Worker(new URL('hostile-watch.ts', import.meta.url), {
      workerData: { url: tenant.serverUrl(), tokens },
    })
    const ended = once(watch, 'message') as Promise<[{ longest: number; asked: number; served: number }]>
    await once(watch, 'online')
    const sent = await Promise.race([
      attack(tenant, conversation).catch((error: unknown) => `ended early: ${String(error)}`),
      pause(patience, 'given up', { ref: false }),
    ])
    watch.postMessage('stop')
    const [{ longest, asked, served }] = await ended
    quiet ??= longest
    const times = `${longest.toFixed(0)} ms (${(longest / quiet).toFixed(1)}×)`
    lines.push(row(name, times, `${((100 * served) / asked).toFixed(0)}%`, sent))
    tenant.leave()
  }
  await tenant.close()
  return lines
}
