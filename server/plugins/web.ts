import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fp from 'fastify-plugin'
import { contentSecurityPolicy, pageOf, pages, permissionsPolicy, type Manifest } from '../http/pages.ts'

/** Pages, and what a host shows of us: its own pages may load them. What the API answers they may not. */
const forHosts = { 'cross-origin-resource-policy': 'cross-origin' }

/** Files a minute of one address: a thousand people of one office who open a new build, at once. */
const mostFiles = 30_000

const dist = join(import.meta.dirname, '../../client/dist')

/**
 * The built files that anybody may have, by path: to look for one at each request would read the folders on its way.
 * An encoding of a file is no file of its own, and a name that begins with a dot is the build's.
 */
const builtFiles = () =>
  new Set(globSync('**/*.*', { cwd: dist }).filter((path) => !/(^|\/)\.|\.(br|gz)$/.test(path)))

/** The files of the build, and the pages that the hosts open. */
const files = fp(
  async (app) => {
    const strangers = app.strangerLimit(mostFiles)
    app.addHook('onRequest', (request, reply) => strangers.count(request, reply))
    await app.register(fastifyStatic, {
      root: dist,
      serve: false,
      preCompressed: true,
      // Names under assets/ carry a hash of their content.
      setHeaders: (response, path) => {
        const immutable = path.includes('/assets/')
        response
          .header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
          .headers(forHosts)
      },
      cacheControl: false,
    })
    const known = builtFiles()
    app.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
      const { '*': path } = request.params
      return known.has(path) ? reply.sendFile(path) : reply.callNotFound()
    })
    const built = readFileSync(join(dist, 'index.html'), 'utf8')
    const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
    for (const one of pages) {
      const { path, outlook } = one
      const page = pageOf(built, manifest, app.settings, one)
      app.get(
        path,
        {
          schema: { hide: true },
          ...(outlook
            ? { helmet: { contentSecurityPolicy: contentSecurityPolicy(app.settings, true) } }
            : {}),
        },
        // As it is: 2 kB come in one round trip, compressed or not.
        (_request, reply) =>
          reply
            .headers({ ...forHosts, 'cache-control': 'no-cache', 'permissions-policy': permissionsPolicy })
            .type('text/html; charset=utf-8')
            .send(page),
      )
    }
  },
  { name: 'files', encapsulate: true },
)

/** The built client, and the headers under which Teams and Outlook may frame it. */
export const web = fp(
  async (app) => {
    await app.register(helmet, {
      contentSecurityPolicy: contentSecurityPolicy(app.settings, false),
      // X-Frame-Options cannot name several hosts (docs/platform-facts.md, Pages in Teams and Outlook).
      xFrameOptions: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
    })
    if (!existsSync(dist)) {
      app.log.warn('client/dist is not there: the API runs without its pages')
      return
    }
    await app.register(files)
  },
  { name: 'web', dependencies: ['context', 'stranger-limits'] },
)
