import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

/** Fastify tells there of each app that is made (Fastify, "Hooks", "Diagnostics Channel Hooks"). */
const made = 'fastify.initialization'

/**
 * Every route that the apps have which are built meanwhile, hidden and public ones too, as `GET /path/:parameter`.
 * HEAD is left out where it goes with its GET.
 */
export async function routesOf<T>(build: () => Promise<T>): Promise<{ built: T; routes: string[] }> {
  const routes = new Set<string>()
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.add(`${one} ${url}`)
    })
  }
  subscribe(made, listen)
  try {
    return { built: await build(), routes: [...routes].sort() }
  } finally {
    unsubscribe(made, listen)
  }
}
