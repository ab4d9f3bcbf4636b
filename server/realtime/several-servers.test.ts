import Fastify from 'fastify'
import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Config } from '../config.ts'
import { severalServers } from './several-servers.ts'

describe('sharing live notes through Redis', () => {
  test('a Redis connection that is ready before the live notes causes no error', async () => {
    const app = Fastify()
    app.decorate('announce', new EventEmitter() as typeof app.announce)
    app.decorate('settings', { app: { clientId: 'x' } } as Config)
    // Nobody listens there: all that Redis says here is said by the test.
    const { extension, close } = severalServers(app, 'redis://127.0.0.1:9')
    expect(() => extension.sub.emit('ready')).not.toThrow()
    await close()
  })
})
