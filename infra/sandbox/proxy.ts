import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance } from 'fastify'

/** Nothing listens there: what is asked for before an upstream is known gets the same 502 as one that is down. */
const nowhere = 'http://127.0.0.1:9'

/**
 * Everything that is not the sandbox's goes to the product, WebSockets too, so that both stand on one origin.
 * The product may be down and come back: each request finds out anew.
 */
export async function proxyTo(app: FastifyInstance, upstream: () => string | undefined): Promise<void> {
  await app.register(httpProxy, {
    upstream: '',
    websocket: true,
    replyOptions: {
      getUpstream: () => upstream() ?? nowhere,
      // The product's own 503 is an answer; asking ten times for it is the library's default.
      retryDelay: () => null,
      onError: (reply) => {
        reply.code(502).type('text/plain; charset=utf-8').send('The product is not there (yet).')
      },
    },
  })
}
