import Fastify from 'fastify'
import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Config } from '../config.ts'
import { derivedIds } from '../database/derived-id.ts'
import { announcements, severalServers } from './several-servers.ts'

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

describe('announcements through Redis', () => {
  const ours = announcements(derivedIds(Buffer.alloc(32, 1)))
  const said = { from: 'server', name: 'pair-changed' as const, id: 'pair' }

  test('what one server says, another of the same installation believes', () => {
    expect(ours.read(ours.write(said))).toMatchObject(said)
  })

  test.each([
    ['no JSON', 'x'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['no mark', JSON.stringify(said)],
    ['a mark that is no text', JSON.stringify({ ...said, by: 7 })],
    ['another event', ours.write({ ...said, name: 'due' as 'changed' })],
    ['another pair with the same mark', ours.write(said).replace('"pair"', '"other"')],
    ['another installation’s', announcements(derivedIds(Buffer.alloc(32, 2))).write(said)],
    ['more than it should hold', JSON.stringify({ ...JSON.parse(ours.write(said)), more: 1 })],
  ])('%s is passed over, and ends nothing', (_name, text) => {
    expect(ours.read(text)).toBeNull()
  })
})
