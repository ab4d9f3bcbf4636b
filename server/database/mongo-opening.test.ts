import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { MongoNetworkError, MongoServerError } from 'mongodb'
import { DatabaseOpenError } from './errors.ts'
import { openMongo } from './mongo.ts'
import { inWords, openingFailure } from './mongo-opening.ts'

/** Signed by nobody, and of this test alone. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUexDoO/Ythj+l93cmGTPR2P1ewbIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyOTA3MDE0MFoYDzIxMjYxMTA1
MDcwMTQwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATVlQR6F0QtJTerYheetk6Vh9aavFlkkzGsPEmvzDOopMbvR8q1zZ+m
M0o1jOgtyyF++RkP0pFJ1L1DNgrQs8Lao2QwYjAdBgNVHQ4EFgQUIlxs1RcuZ6Im
MUl34wKAhmtJLm8wHwYDVR0jBBgwFoAUIlxs1RcuZ6ImMUl34wKAhmtJLm8wDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IQDcEivYjNAYUT3di8AA6ez4q5R9yb6RVdgTLE3R+k7i0gIgNa+tyPhKIZr6x7Ri
ByQ/ey4ewK1YiAo5FDkgnYXuDok=
-----END CERTIFICATE-----`
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgtqTspC2w+/TN2hnR
B8lFb95EaVwF5VezmLlEsExyo3qhRANCAATVlQR6F0QtJTerYheetk6Vh9aavFlk
kzGsPEmvzDOopMbvR8q1zZ+mM0o1jOgtyyF++RkP0pFJ1L1DNgrQs8La
-----END PRIVATE KEY-----`

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})
/** Something at a port that does this with whoever connects. @returns its port */
async function listening(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    onConnection(socket)
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
const soon = 'serverSelectionTimeoutMS=500'
const failureOf = (uri: string) =>
  openMongo(uri).then(
    () => null,
    (error: Error & { reason: string }) => ({
      name: error.name,
      reason: error.reason,
      message: error.message,
    }),
  )

describe('why a MongoDB database cannot be opened', () => {
  test('an option that the driver does not know is named, without the password', async () => {
    const failure = await failureOf(`mongodb://me:secret@127.0.0.1:1/?retriWrites=true&${soon}`)
    expect(failure).toMatchObject({ name: 'DatabaseOpenError', reason: 'unusable-uri' })
    expect(failure?.message).toContain('retriwrites')
    expect(failure?.message).not.toContain('secret')
  })

  test.each(['mongodb://', 'mongodb+srv://a:1/x', 'mongodb://a:b:c@d/%', 'mongodb://host:99999/'])(
    'the malformed connection string %s is said to be unusable',
    async (uri) => {
      expect(await failureOf(uri)).toMatchObject({ name: 'DatabaseOpenError', reason: 'unusable-uri' })
    },
  )

  test('a name that no DNS knows is said', async () => {
    expect(await failureOf(`mongodb://nobody.invalid/?${soon}`)).toMatchObject({ reason: 'unknown-host' })
  })

  test('a port at which nothing listens is said to be unreachable', async () => {
    expect(await failureOf(`mongodb://127.0.0.1:9/?${soon}`)).toMatchObject({ reason: 'unreachable' })
  })

  test.each([
    ['w=0', /whether a write was stored/],
    ['minPoolSize=9&maxPoolSize=5', /pool/],
    ['tls=true&tlsCAFile=/no/such.pem', /file \/no\/such\.pem cannot be read/],
    ['tls=true&tlsCertificateKeyFile=/no/such.key', /file \/no\/such\.key cannot be read/],
    ['authMechanism=SCRAM-SHA-256', /[Uu]sername/],
  ])('the options %s are said to be unusable', async (options, words) => {
    const failure = await failureOf(`mongodb://127.0.0.1:9/?${options}&${soon}`)
    expect(failure).toMatchObject({ name: 'DatabaseOpenError', reason: 'unusable-uri' })
    expect(failure?.message).toMatch(words)
  })

  test('a name that no database can have is said to be unusable', async () => {
    const failure = await failureOf(`mongodb://127.0.0.1:9/my.db?${soon}`)
    expect(failure).toMatchObject({ name: 'DatabaseOpenError', reason: 'unusable-uri' })
  })

  test.each(['mongodb+srv://me:secret@cluster.nobody.invalid/', 'mongodb+srv://nobody/x'])(
    'the name %s, whose servers no DNS knows, is said to be unknown',
    async (uri) => {
      const failure = await failureOf(uri)
      expect(failure).toMatchObject({ name: 'DatabaseOpenError', reason: 'unknown-host' })
      expect(failure?.message).not.toContain('secret')
    },
  )

  test('a server that closes while TLS is agreed on is not said to want TLS', async () => {
    const port = await listening((socket) => socket.destroy())
    const failure = await failureOf(`mongodb://127.0.0.1:${port}/?tls=true&${soon}`)
    expect(failure).toMatchObject({ reason: 'tls' })
    expect(failure?.message).not.toContain('add tls=true')
  })

  test('a server that closes a connection without TLS at once is said to want TLS', async () => {
    const port = await listening((socket) => socket.destroy())
    expect(await failureOf(`mongodb://127.0.0.1:${port}/?${soon}`)).toMatchObject({ reason: 'tls' })
  })

  test('a server that speaks no TLS is said to where TLS was asked for', async () => {
    const port = await listening((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await failureOf(`mongodb://127.0.0.1:${port}/?tls=true&${soon}`)).toMatchObject({ reason: 'tls' })
  })

  test('a certificate that nobody trusted signed is said to be untrusted, and how to trust it', async () => {
    const server = createTlsServer({ cert, key }, (socket) => socket.on('error', () => undefined))
    server.on('tlsClientError', () => undefined).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const failure = await failureOf(`mongodb://127.0.0.1:${port}/?tls=true&${soon}`)
    expect(failure).toMatchObject({ name: 'DatabaseOpenError', reason: 'untrusted' })
    expect(failure?.message).toContain('tlsCAFile')
  })
})

const coded = (code: unknown) => Object.assign(new Error('x'), { code })
const answered = (code: number, message = 'x') => new MongoServerError({ code, message })

describe('the words for a failure to open', () => {
  test.each([
    [answered(18), 'refused', /password/],
    [answered(13, 'not authorized on groei'), 'refused', /readWrite/],
    [answered(13, 'command find requires authentication'), 'refused', /password/],
    [answered(59, "no such command: 'saslStart'"), 'refused', /saslStart/],
    [answered(10107, 'not primary'), 'unreachable', /not primary/],
    [coded('CERT_HAS_EXPIRED'), 'untrusted', /not valid at this time/],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'untrusted', /another name/],
    [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'untrusted', /tlsCAFile/],
    [coded('EAI_AGAIN'), 'unknown-host', /DNS/],
    [coded('ECONNREFUSED'), 'unreachable', /address/],
    [
      new Error('ssl3_read_bytes:tlsv1 alert internal error:SSL alert number 80'),
      'tls',
      /tlsCertificateKeyFile/,
    ],
    [new Error('PEM routines::no start line'), 'unusable-uri', /tlsCAFile/],
  ])('%s is said as %s', (error, reason, words) => {
    const failure = openingFailure(error)
    expect(failure).toMatchObject({ reason })
    expect(failure.message).toMatch(words)
  })

  test('a connection that is lost during the start is said, and what is not of the database stays as it is', () => {
    expect(inWords(new MongoNetworkError('closed'))).toMatchObject({ reason: 'unreachable' })
    expect(inWords(answered(13))).toBeInstanceOf(DatabaseOpenError)
    const other = new TypeError('x')
    expect(inWords(other)).toBe(other)
  })
})
