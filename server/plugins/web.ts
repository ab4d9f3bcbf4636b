import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fp from 'fastify-plugin'

const dist = join(import.meta.dirname, '../../client/dist')

/** Paths at which a host opens the client; each is the same page, which reads the path. */
const pages = ['/panel', '/tab']

/** The built client, and the headers under which Teams and Outlook may frame it. */
export const web = fp(
  async (app) => {
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          // Fluent and the editor make their style rules at run time.
          styleSrc: ["'self'", "'unsafe-inline'"],
          fontSrc: ["'self'", 'https://res.cdn.office.net'],
          imgSrc: ["'self'", 'data:'],
          // TeamsJS reads the list of hosts that it trusts from there.
          connectSrc: ["'self'", 'https://res.cdn.office.net'],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: app.settings.cloud.hosts,
        },
      },
      // frame-ancestors says who may frame; X-Frame-Options cannot name several (platform facts, shell).
      xFrameOptions: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
    })
    if (!existsSync(dist)) {
      app.log.warn('client/dist is not there: the API runs without its pages')
      return
    }
    await app.register(fastifyStatic, {
      root: dist,
      index: false,
      // Names under assets/ carry a hash of their content.
      setHeaders: (response, path) => {
        const immutable = path.includes('/assets/')
        response.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
      cacheControl: false,
    })
    for (const page of pages) {
      app.get(page, { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
    }
  },
  { name: 'web', dependencies: ['context'] },
)
