import { once } from 'node:events'
import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

export type FrontOptions = {
  cert: string
  key: string
  /** Does it say who asks? As a good proxy, not at all, or whatever the client says. */
  forwardedFor?: 'set' | 'none' | 'as-asked'
  /** Another path and query than was asked for. */
  path?: (path: string) => string
  /** Headers that it adds to answers; undefined takes one away. */
  adds?: Record<string, string | undefined>
  /** Answers itself with this status, and leads nobody on. */
  answers?: (path: string) => number | null
  webSockets?: boolean
  /** Unset: a free one. */
  at?: number
}

/** A proxy with TLS before one of the product's servers, which does something wrong where it is told to. */
export async function startFront(port: number, options: FrontOptions) {
  const { forwardedFor = 'set', path = (one) => one, adds = {}, answers, webSockets = true } = options
  const headersOf = ({ headers, socket }: IncomingMessage) => {
    const { 'x-forwarded-for': asked, ...others } = headers
    if (forwardedFor === 'none') return others
    const said = forwardedFor === 'as-asked' ? asked : socket.remoteAddress
    return { ...others, ...(said === undefined ? {} : { 'x-forwarded-for': said }) }
  }
  const onward = (from: IncomingMessage) =>
    request({
      host: '127.0.0.1',
      port,
      method: from.method,
      path: path(from.url ?? ''),
      headers: headersOf(from),
      agent: false,
    })
  const handle = (from: IncomingMessage, to: ServerResponse) => {
    const status = answers?.(from.url ?? '')
    if (status) return void to.writeHead(status, { location: 'https://elsewhere.example/' }).end('the proxy')
    const asked = onward(from)
    asked.on('response', (answer) => {
      const given = Object.entries({ ...answer.headers, ...adds }).filter(([, value]) => value !== undefined)
      to.writeHead(answer.statusCode ?? 502, Object.fromEntries(given) as Record<string, string>)
      answer.pipe(to)
    })
    asked.on('error', () => to.writeHead(502).end())
    from.pipe(asked)
  }
  const server = createServer({ cert: options.cert, key: options.key }, handle)
  server.on('upgrade', (from: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    if (!webSockets) return void socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n')
    const to = connect(port, '127.0.0.1')
    const lines = Object.entries(headersOf(from)).map(([name, value]) => `${name}: ${String(value)}`)
    to.write([`${from.method} ${from.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    socket.pipe(to).pipe(socket)
    for (const one of [socket, to]) one.on('error', () => [socket, to].forEach((each) => each.destroy()))
  })
  server.listen(options.at ?? 0)
  await once(server, 'listening')
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    async close(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
