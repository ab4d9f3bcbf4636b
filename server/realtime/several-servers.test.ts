import Fastify from 'fastify'
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { Config } from '../config.ts'
import { severalServers } from './several-servers.ts'

test('Redis that is ready before the notes are is no harm', async () => {
  const app = Fastify()
  app.decorate('announce', new EventEmitter() as typeof app.announce)
  app.decorate('settings', { app: { clientId: 'x' } } as Config)
  // Nobody listens there: all that Redis says here is said by the test.
  const { extension, close } = severalServers(app, 'redis://127.0.0.1:9')
  expect(() => extension.sub.emit('ready')).not.toThrow()
  await close()
})
