import { BlockList, isIP } from 'node:net'
import { relative } from 'node:path'
import type { Config } from './config.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Is it this machine alone that reaches this host? */
function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (name === 'localhost') return true
  const version = isIP(name)
  return version > 0 && loopback.check(name, version === 6 ? 'ipv6' : 'ipv4')
}

/** Nobody in between reads or changes what goes there. */
export function isPrivate(url: string): boolean {
  const parsed = URL.parse(url)
  if (!parsed) return false
  return ['https:', 'rediss:'].includes(parsed.protocol) || isLoopback(parsed.hostname)
}

/** Bytes, or distances between them, of a random key: more than half differ, but for once in a billion times. */
const isVaried = (bytes: number[]): boolean => new Set(bytes).size * 2 > bytes.length
/** How far apart bytes are compared: a key of 32 bytes that repeats itself does so within this. */
const farthest = 16

/**
 * A key that somebody made up: it has few different bytes, counts up or down, repeats itself, or is text. Nobody can tell
 * by looking that a key is random, but these no generator makes.
 */
export function isWeakKey(key: Buffer): boolean {
  const bytes = [...key]
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return true
  const distances = (far: number) => bytes.slice(far).map((byte, at) => (byte - (bytes[at] ?? 0)) & 0xff)
  const fars = Array.from({ length: farthest }, (_one, at) => at + 1)
  return !isVaried(bytes) || !fars.every((far) => isVaried(distances(far)))
}

/** One site, or the sites of one organisation: `https://*.teams.microsoft.com`, never `https://*` or `https://*.com`. */
const isFrameSource = (source: string): boolean => {
  // Groei's own pages (CSP Level 3, frame-ancestors).
  if (source === "'self'") return true
  const host = /^https?:\/\/(?:\*\.(?=[^.*]+\.[^.*]))?([a-z0-9.-]+)(?::\d{1,5})?$/i.exec(source)?.[1]
  return host !== undefined && (source.startsWith('https:') || isLoopback(host))
}

const here = 'http://localhost'

/** The settings of a configuration that only a test may have, each by the name of its variable. */
export function unsafeIn(value: Record<string, unknown>): Map<string, string> {
  const unsafe = new Map<string, string>()
  const text = (name: string) => (typeof value[name] === 'string' ? value[name] : undefined)
  for (const name of [
    'PUBLIC_URL',
    'REDIS_URL',
    'KEY_VAULT_KEY',
    'CLOUD_LOGIN',
    'CLOUD_GRAPH',
    'CLOUD_OFFICE_JS',
    'CLOUD_BOT_METADATA',
    'CLOUD_BOT_ISSUER',
    'CLOUD_BOT_SERVICE',
  ]) {
    const url = text(name)
    if (url !== undefined && !isPrivate(url))
      unsafe.set(name, 'must be encrypted (https, rediss) unless on this machine')
  }
  if (!(text('CLOUD_HOSTS') ?? '').split(' ').every(isFrameSource))
    unsafe.set('CLOUD_HOSTS', 'must be sites of https, separated by spaces, and no wildcard for all of them')
  for (const name of ['MASTER_KEY', 'MASTER_KEY_PREVIOUS'])
    if ((text(name) ?? '').split(',').some((key) => key !== '' && isWeakKey(Buffer.from(key, 'base64'))))
      unsafe.set(name, 'must be random: openssl rand -base64 32')
  if (/[?&]tls(?:Insecure|AllowInvalid(?:Certificates|Hostnames))=true/i.test(text('MONGODB_URI') ?? ''))
    unsafe.set('MONGODB_URI', 'must not take any certificate: name the authority with tlsCAFile')
  // A proxy in front of it on the same machine would let everybody in.
  const isHere =
    isLoopback(text('HOST') ?? '') && isLoopback(URL.parse(text('PUBLIC_URL') ?? here)?.hostname ?? '')
  if (value['BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS'] === 'true' && !isHere)
    unsafe.set(
      'BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS',
      'needs a HOST and a PUBLIC_URL on this machine alone',
    )
  for (const name of [
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
  ]) {
    const url = text(name)
    // A collector in the same network needs none.
    if (url !== undefined && text('OTEL_EXPORTER_OTLP_HEADERS') !== undefined && !isPrivate(url))
      unsafe.set(name, 'must be https unless on this machine: OTEL_EXPORTER_OTLP_HEADERS holds a key for it')
  }
  return unsafe
}

type Advised = Pick<Config, 'publicUrl' | 'trustedProxies' | 'masterKey' | 'keyVault' | 'database'>

/** Warnings about settings that are allowed but unwise, each with its remedy; logged at each start. */
export function adviceOn({ publicUrl, trustedProxies, masterKey, keyVault, database }: Advised): string[] {
  const advice: string[] = []
  if (publicUrl && !trustedProxies)
    advice.push(
      'PUBLIC_URL is set and TRUSTED_PROXIES is not: behind a proxy all people and strangers count as one address. ' +
        'Set TRUSTED_PROXIES to the addresses of the proxies in front of Groei.',
    )
  if (!keyVault && !masterKey.given && !database.uri && isInside(masterKey.file, database.dir))
    advice.push(
      `The master key lies in the folder with the data (${masterKey.file}): whoever copies that folder can read ` +
        'everything. Set MASTER_KEY_FILE to a path elsewhere and move the file there, or use KEY_VAULT_KEY.',
    )
  return advice
}

const isInside = (file: string, folder: string): boolean => !relative(folder, file).startsWith('..')
