import { openDatabase } from '../../server/database/open.ts'
import { personSpec } from '../../server/person/collection.ts'
import { personData } from '../../server/person/data.ts'
import { personMutations } from '../../server/person/mutations.ts'
import { reminderSpec } from '../../server/reminder/collection.ts'
import { sendingOf } from '../../server/reminder/delivery.ts'
import { reminderWorker } from '../../server/reminder/worker.ts'

/**
 * A server that sends reminders and does nothing else, for tests that kill it: the real worker on the real
 * database, and a connector over HTTP. Its clock runs faster, so that leases and retries end while a test waits.
 */
const {
  DIR = '',
  MONGODB_URI,
  CONNECTOR = '',
  WORKERS = '1',
  BEGAN = '',
  STARTED = '',
  SPEED = '1',
} = process.env
const began = Number(BEGAN)
const now = () => new Date(Number(STARTED) + (Date.now() - began) * Number(SPEED))

const database = await openDatabase({ uri: MONGODB_URI, dir: DIR })
const reminders = await database.collection(reminderSpec)
const people = await database.collection(personSpec)
const work = reminderWorker({
  reminders,
  people: { ...personData(people), ...personMutations(people) },
  resolve: async () => ({
    ok: true,
    item: { kind: 'publication', iCalUId: 'i', other: 'x', reason: 'no-next-meeting' },
  }),
  areOff: async () => false,
  inConversationUntil: async () => null,
  send: async ({ oid }) => {
    try {
      const response = await fetch(`${CONNECTOR}/${oid}`, { method: 'POST' })
      await response.arrayBuffer()
      return response.ok ? { ok: true, activityId: oid } : sendingOf(response.status, String(response.status))
    } catch {
      return sendingOf(0, 'no-answer')
    }
  },
  now,
  newId: () => crypto.randomUUID(),
  random: Math.random,
})
process.send?.('ready')
await Promise.all(
  Array.from({ length: Number(WORKERS) }, async () => {
    for (;;) if ((await work()) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }),
)
