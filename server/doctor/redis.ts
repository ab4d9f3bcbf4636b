import { Redis } from 'ioredis'
import { codeOf } from './ask.ts'
import type { Check } from './check.ts'
import { of, ok, unknown, wrong, type Result } from './finding.ts'

/** Milliseconds. */
const patience = 5000
/** The first with access lists and TLS as we use them. */
const oldest = 6

export const redis: Check = {
  name: 'redis',
  async run({ config }) {
    const { redisUrl } = config
    if (!redisUrl) return ok('Not used: REDIS_URL is not set, so there may be one server only')
    const open = () =>
      new Redis(redisUrl, {
        lazyConnect: true,
        connectTimeout: patience,
        commandTimeout: patience,
        maxRetriesPerRequest: 0,
        retryStrategy: () => null,
      })
    const [client, listener] = [open(), open()]
    let failure: unknown
    // The event says why; the rejection of the library only that the connection is closed.
    for (const one of [client, listener]) one.on('error', (error) => (failure ??= error))
    try {
      await client.connect()
      await client.ping()
      // Not beside the first: a handshake that is given up meets errors that nobody of ioredis listens to any more.
      await listener.connect()
      const channel = `groei:${config.app.clientId}#doctor:${crypto.randomUUID()}`
      const [info, isHeard] = await Promise.all([
        client.info().catch(() => null),
        isPassedOn(client, listener, channel),
      ])
      return [
        of(
          'reached',
          isHeard ? ok(`Over ${redisUrl.startsWith('rediss') ? 'TLS' : 'this machine'}`) : silent,
        ),
        ...infoResults(info),
      ]
    } catch (error) {
      return failureResult(failure ?? error)
    } finally {
      client.disconnect()
      listener.disconnect()
    }
  },
}

const silent = wrong(
  'What one server says the other does not hear',
  'Let the account publish and subscribe to all channels (&*).',
)

/** Says a word in a channel of its own, which nobody else hears and nothing keeps. */
async function isPassedOn(client: Redis, listener: Redis, channel: string): Promise<boolean> {
  try {
    const heard = new Promise<true>((resolve) => listener.once('message', () => resolve(true)))
    await listener.subscribe(channel)
    await client.publish(channel, 'doctor')
    return await heard
  } catch {
    return false
  }
}

/** Why there is no connection. The address is not quoted: it holds a password. */
export function failureResult(error: unknown): Result {
  const message = error instanceof Error ? error.message : ''
  if (/WRONGPASS|NOAUTH|invalid password|AUTH/.test(message))
    return wrong('Redis refuses the password in REDIS_URL', 'Correct it.')
  const code = codeOf(error)
  if (/CERT|SIGNED|VERIFY|ISSUER|ALTNAME/.test(code))
    return wrong(
      `The certificate of Redis is not trusted (${code})`,
      'Name the authority that signed it in NODE_EXTRA_CA_CERTS.',
    )
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return wrong('Redis speaks no TLS at that port', 'Switch TLS on there, or name its port for TLS.')
  return wrong(`Redis does not answer (${code})`, 'See that it runs, and that the network leads there.')
}

/** @param info the answer to INFO; null: the account may not ask */
export function infoResults(info: string | null): Result[] {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\r?$`, 'm').exec(info ?? '')?.[1]
  const version = field('redis_version')
  const policy = field('maxmemory_policy')
  const notTold = unknown('Redis does not say', 'Let the account use INFO.')
  return [
    of(
      'version',
      version === undefined
        ? notTold
        : Number(version.split('.')[0]) >= oldest
          ? ok(version)
          : wrong(`${version} is too old`, `Update it to ${oldest} or newer.`),
    ),
    of(
      'eviction',
      policy === undefined
        ? notTold
        : policy.startsWith('allkeys')
          ? wrong(
              `It is ${policy}, as of a cache for something else`,
              'Give Groei a Redis of its own, with noeviction.',
            )
          : ok(policy),
    ),
  ]
}
