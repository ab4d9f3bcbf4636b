import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fp from 'fastify-plugin'
import { contentSecurityPolicy, pageOf, pages } from './pages.ts'

const dist = join(import.meta.dirname, '../../client/dist')

/** The built client, and the headers under which Teams and Outlook may frame it. */
export const web = fp(
  async (app) => {
    await app.register(helmet, {
      contentSecurityPolicy: contentSecurityPolicy(app.settings, false),
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
    const built = readFileSync(join(dist, 'index.html'), 'utf8')
    for (const { path, outlook } of pages) {
      const page = pageOf(built, app.settings, outlook)
      app.get(
        path,
        {
          schema: { hide: true },
          ...(outlook
            ? { helmet: { contentSecurityPolicy: contentSecurityPolicy(app.settings, true) } }
            : {}),
        },
        (_request, reply) =>
          reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page),
      )
    }
  },
  { name: 'web', dependencies: ['context'] },
)
