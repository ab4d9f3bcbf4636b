import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, 'dist')

/**
 * The pages in which people see the product: Teams for two, each with their calendar, and Outlook for one.
 * @throws Error when they are not built
 */
export const hostPages: FastifyPluginAsync = async (app) => {
  if (!existsSync(root)) throw new Error('The sandbox’s pages are not built yet: npm run build')
  await app.register(fastifyStatic, { root, prefix: '/sandbox/host/', wildcard: false })
  app.get('/sandbox', (_request, reply) => reply.sendFile('index.html'))
  app.get('/sandbox/outlook', (_request, reply) => reply.sendFile('outlook.html'))
  // The official renderer of cards, as it comes from npm.
  app.get('/sandbox/host/adaptivecards.js', (_request, reply) => {
    const script = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')
    return reply.type('text/javascript; charset=utf-8').send(readFileSync(script, 'utf8'))
  })
}
