import { lookup } from 'node:dns/promises'
import { connect } from 'node:tls'
import { isIP } from 'node:net'
import { livePath } from '../contract/live.ts'
import { ask, codeOf } from './ask.ts'
import { certificateResult, type Certificate } from './certificate.ts'
import type { Check, Parts } from './check.ts'
import { of, ok, unknown, wrong, type Result } from './finding.ts'

/** Longer than a handshake over a slow line; milliseconds. */
const patience = 8000

/** A check that needs an address; where there is none, another one says so. */
export const throughPublicUrl =
  (run: (url: string, parts: Parts) => Promise<Result | Result[]>): Check['run'] =>
  async (parts) =>
    parts.config.publicUrl
      ? run(parts.config.publicUrl, parts)
      : unknown('PUBLIC_URL is not set', 'Set it first.')

/** Why nothing answers at an address, and what to do. */
export const unreachable = (url: string, code: string): Result =>
  wrong(
    `Nothing answers at ${url} (${code})`,
    'See that DNS, the firewall and the proxy lead there, and that a server runs.',
  )

export const publicAddress: Check = {
  name: 'public address',
  async run({ config, now }) {
    if (!config.publicUrl)
      return wrong(
        'PUBLIC_URL is not set: Groei notices a changed calendar only when somebody opens it',
        'Set PUBLIC_URL to https:// and the host name of Groei.',
      )
    const { protocol, hostname, port } = new URL(config.publicUrl)
    const host = hostname.replace(/^\[|\]$/g, '')
    const [name, certificate] = await Promise.all([
      nameResult(host),
      protocol === 'https:'
        ? certificateAt(host, Number(port || 443)).then((found) =>
            'state' in found ? found : certificateResult(found, now()),
          )
        : wrong(
            'It is not encrypted (http)',
            'Put a proxy with TLS in front, and set PUBLIC_URL to https://.',
          ),
    ])
    return [of('name', name), of('certificate', certificate)]
  },
}

async function nameResult(host: string): Promise<Result> {
  if (isIP(host)) return wrong(`${host} is an address and no name`, 'Give Groei a host name.')
  try {
    const found = await lookup(host, { all: true })
    return ok(`${host} leads to ${found.map(({ address }) => address).join(', ')}`)
  } catch (error) {
    return codeOf(error) === 'ENOTFOUND'
      ? wrong(`No DNS record for ${host}`, `Make one that leads to the proxy before Groei.`)
      : unknown(
          `The name server did not say where ${host} leads (${codeOf(error)})`,
          'See to DNS on this machine.',
        )
  }
}

/** The certificate that a server shows, whether it is trusted or not. */
function certificateAt(host: string, port: number): Promise<Certificate | Result> {
  return new Promise((resolve) => {
    const servername = isIP(host) ? {} : { servername: host }
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: patience, ...servername })
    const fail = (code: string) => {
      socket.destroy()
      const speaksNoTls = /^(EPROTO|ERR_SSL_)/.test(code)
      resolve(
        speaksNoTls
          ? wrong(`No TLS 1.2 or newer at ${host}:${port} (${code})`, 'Have the proxy speak TLS there.')
          : unreachable(`${host}:${port}`, code),
      )
    }
    socket.on('timeout', () => fail('ETIMEDOUT'))
    // Not once: a connection that was let go can still fail.
    socket.on('error', (error) => fail(codeOf(error)))
    socket.once('secureConnect', () => {
      // The types say Error; it is a code, or an Error with one.
      const why: unknown = socket.authorizationError
      const error = socket.authorized ? null : why instanceof Error ? codeOf(why) : String(why)
      const { valid_to: end } = socket.getPeerCertificate()
      socket.destroy()
      resolve({ error, host, until: new Date(end), protocol: socket.getProtocol() ?? 'TLS' })
    })
  })
}

export const pages: Check = {
  name: 'pages',
  run: throughPublicUrl(async (url) => {
    const answer = await ask(`${url}/tab`)
    if (!answer.ok) return unreachable(url, answer.code)
    const { status, headers } = answer
    if (status >= 300 && status < 400)
      return wrong(
        'The page is sent on to another address',
        'Take the sign-in or the redirect out of the proxy: Groei signs people in itself.',
      )
    if (status !== 200)
      return wrong(`The page is answered with ${status}`, `See that the proxy leads ${url}/tab to Groei.`)
    if (headers.has('x-frame-options'))
      return wrong(
        'A proxy adds X-Frame-Options: Teams and Outlook cannot show the page',
        'Take that header out of the proxy.',
      )
    if (!headers.get('content-security-policy')?.includes('frame-ancestors'))
      return wrong(
        'The Content-Security-Policy is not that of Groei',
        'Have the proxy leave that header as it is.',
      )
    return ok('Teams and Outlook may show them')
  }),
}

export const liveNotes: Check = {
  name: 'live notes',
  run: throughPublicUrl(async (url) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${livePath}`)
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.addEventListener('open', () => resolve(true))
      socket.addEventListener('error', () => resolve(false))
      setTimeout(resolve, patience, false).unref()
    })
    socket.close()
    return isOpen
      ? ok('A WebSocket comes through')
      : wrong(
          'No WebSocket comes through: people cannot type together',
          `Have the proxy pass WebSockets on at ${livePath}.`,
        )
  }),
}
