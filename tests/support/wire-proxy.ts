import { BSON, type Document } from 'mongodb'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A command of the driver: its name, the collection, and all of it. */
export type Command = { name: string; collection: string; body: Document }
/**
 * What becomes of a command: it is answered with an error and not carried out; carried out and the answer lost; the
 * connection is cut before it; or a delete of one document finds nothing.
 */
export type Verdict = { error: number } | 'lose the answer' | 'cut' | 'miss' | null

/** The opcode of MongoDB's messages since 3.6, and where their parts are (MongoDB, Wire Protocol, OP_MSG). */
const opMsg = 2013
const header = 16

const names: Record<number, string> = {
  13: 'Unauthorized',
  18: 'AuthenticationFailed',
  43: 'CursorNotFound',
  50: 'MaxTimeMSExpired',
  91: 'ShutdownInProgress',
  112: 'WriteConflict',
  189: 'PrimarySteppedDown',
  10107: 'NotWritablePrimary',
  11000: 'DuplicateKey',
  11602: 'InterruptedDueToReplStateChange',
  13435: 'NotPrimaryNoSecondaryOk',
}

/** The body of a message, with its sequences of documents as arrays; null for what is no OP_MSG. */
function read(message: Buffer): Document | null {
  if (message.readInt32LE(12) !== opMsg) return null
  let at = header + 4
  const body: Document = {}
  while (at < message.length) {
    const kind = message.readUInt8(at)
    const size = message.readInt32LE(at + 1)
    const part = message.subarray(at + 1, at + 1 + size)
    if (kind === 0) Object.assign(body, BSON.deserialize(part))
    else {
      const end = part.indexOf(0, 4)
      const documents: Document[] = []
      for (let from = end + 1; from < size;) {
        const length = part.readInt32LE(from)
        documents.push(BSON.deserialize(part.subarray(from, from + length)))
        from += length
      }
      body[part.toString('utf8', 4, end)] = documents
    }
    at += 1 + size
  }
  return body
}

function answerTo(request: Buffer, body: Document): Buffer {
  const document = Buffer.from(BSON.serialize(body))
  const message = Buffer.alloc(header + 5)
  message.writeInt32LE(header + 5 + document.length, 0)
  message.writeInt32LE(request.readInt32LE(4), 8)
  message.writeInt32LE(opMsg, 12)
  return Buffer.concat([message, document])
}

const errorOf = (code: number): Document => {
  const codeName = names[code] ?? 'UnknownError'
  const errmsg = `${codeName}, because the test asked for it`
  return code === 11000
    ? { ok: 1, n: 0, writeErrors: [{ index: 0, code, errmsg }] }
    : { ok: 0, code, codeName, errmsg }
}

/** Cuts a stream into messages: each begins with its length. */
function messages(onMessage: (message: Buffer) => void) {
  let rest = Buffer.alloc(0)
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= header && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0)
      onMessage(rest.subarray(0, length))
      rest = rest.subarray(length)
    }
  }
}

/**
 * Stands between the driver and a MongoDB server, and makes it answer as hard as real ones do now and then.
 * @param uri of the server behind it; options stay
 */
export async function startWireProxy(uri: string) {
  const behind = new URL(uri.replace(/^mongodb:/, 'http:'))
  const sockets = new Set<Socket>()
  const commands: Command[] = []
  const proxy = {
    uri: '',
    /** Every command that came, in order. */
    commands,
    /** Milliseconds before each command is carried out. */
    delay: 0,
    judge: (_command: Command): Verdict => null,
    /** Cuts all connections, and lets nobody in until `open`. */
    away: false,
    cut(): void {
      for (const socket of sockets) socket.destroy()
    },
    async close(): Promise<void> {
      proxy.cut()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer((client) => {
    if (proxy.away) return void client.destroy()
    const upstream = connect(Number(behind.port), behind.hostname)
    const lost = new Set<number>()
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    const pass = (message: Buffer) => {
      if (proxy.delay === 0) upstream.write(message)
      else setTimeout(() => upstream.write(message), proxy.delay)
    }
    client.on(
      'data',
      messages((message) => {
        const body = read(message)
        if (!body) return pass(message)
        const [name = ''] = Object.keys(body)
        const command = { name, collection: String(body[name]), body }
        commands.push(command)
        const verdict = proxy.judge(command)
        if (verdict === null) return pass(message)
        if (verdict === 'cut') return void client.destroy()
        if (verdict === 'miss') return void client.write(answerTo(message, { ok: 1, n: 0 }))
        if (typeof verdict === 'object') return void client.write(answerTo(message, errorOf(verdict.error)))
        lost.add(message.readInt32LE(4))
        pass(message)
      }),
    )
    upstream.on(
      'data',
      messages((message) => {
        if (lost.has(message.readInt32LE(8))) client.destroy()
        else client.write(message)
      }),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const [, options] = uri.split('?')
  const { port } = server.address() as AddressInfo
  proxy.uri = `mongodb://127.0.0.1:${port}${behind.pathname}${options === undefined ? '' : `?${options}`}`
  return proxy
}
