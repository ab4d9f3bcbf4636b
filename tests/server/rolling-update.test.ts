import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { startBalancer } from '../support/balancer.ts'
import { noRedis, startRedis } from '../support/redis.ts'
import { replaceWhileTyping } from '../support/rolling.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'

/** Two servers that are replaced one after the other: each a process of its own where both reach one database. */
let redis: Awaited<ReturnType<typeof startRedis>>
let tenant: Tenant
let balancer: Awaited<ReturnType<typeof startBalancer>>
let conversation: Conversation
beforeAll(async () => {
  if (noRedis) return void process.stderr.write(`\n${noRedis}: a rolling update\n\n`)
  redis = await startRedis()
  tenant = await startTenant({
    ownProcess: process.env['MONGODB_URI'] !== undefined,
    servers: 2,
    settings: () => ({ REDIS_URL: redis.url, SHUTDOWN_DELAY: '1' }),
  })
  balancer = await startBalancer(tenant.launched.productPorts)
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
})
beforeEach((context) => {
  if (noRedis) context.skip(noRedis)
})
afterAll(async () => {
  await balancer?.close()
  await tenant?.close()
  await redis?.kill()
})

describe('a rolling update of two servers', () => {
  test('nobody is refused and no word is lost while both servers are replaced and two people type', () =>
    replaceWhileTyping(tenant, balancer.url, conversation.id, () => balancer.ready() === 2))
})
