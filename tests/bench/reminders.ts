import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionSpec, Database, Document } from '../../server/database/collection.ts'
import { embeddedCollection } from '../../server/database/embedded-collection.ts'
import { openFile } from '../../server/database/sqlite-file.ts'
import { table } from '../../server/database/table.ts'
import { personSpec } from '../../server/person/collection.ts'
import { personData } from '../../server/person/data.ts'
import { personMutations } from '../../server/person/mutations.ts'
import { reminderSpec } from '../../server/reminder/collection.ts'
import { reminderWorker } from '../../server/reminder/worker.ts'
import { storeDue, storm } from '../support/storm.ts'

const due = 600
const sizes = [1000, 1_000_000]

/** The embedded engine on a file that may be filled without waiting for the disk. */
function openForFilling(dir: string) {
  const file = openFile(dir, 'groei.db')
  const database: Pick<Database, 'collection'> = {
    collection: async <T extends Document>(spec: CollectionSpec<T>) =>
      embeddedCollection(spec, table(file, spec), async () => undefined),
  }
  return { file, database: database as Database }
}

/** Reminders a second with a connector that answers at once, beside few and beside very many stored ones. */
export async function measureReminders(): Promise<string[]> {
  const lines: string[] = []
  const rates: Record<string, number> = {}
  for (const stored of sizes) {
    const dir = mkdtempSync(join(tmpdir(), 'groei-bench-'))
    const { file, database } = openForFilling(dir)
    file.exec('PRAGMA synchronous = OFF')
    const reminders = await database.collection(reminderSpec)
    for (let count = 0; count < stored; count += 1) {
      await reminders.insertOne({
        _id: `s${count}`,
        tenantId: 't',
        oid: `p${count % 50_000}`,
        kind: 'due',
        subject: `c${count}`,
        pairId: 'p',
        basis: '2026-01-01',
        attempts: 0,
        ended: 'sent',
      })
    }
    for (const workers of [1, 2, 4]) {
      const collection = await database.collection(personSpec)
      for (let at = 0; at < due; at += 1) {
        await collection.deleteMany({ _id: `t.o${at}` })
        await reminders.deleteMany({ tenantId: 't', oid: `o${at}` })
      }
      await storeDue(database, due)
      file.exec('PRAGMA synchronous = FULL')
      const people = { ...personData(collection), ...personMutations(collection) }
      const work = reminderWorker({
        reminders,
        people,
        resolve: async () => ({
          ok: true,
          item: { kind: 'publication', iCalUId: 'i', other: 'x', reason: 'no-next-meeting' },
        }),
        areOff: async () => false,
        inConversationUntil: async () => null,
        send: async () => ({ ok: true, activityId: 'a' }),
        now: () => new Date('2026-06-08T09:00:00Z'),
        newId: () => crypto.randomUUID(),
        random: Math.random,
      })
      const began = performance.now()
      await Promise.all(
        Array.from({ length: workers }, async () => {
          while ((await work()) > 0);
        }),
      )
      rates[`${workers} ${stored}`] = due / ((performance.now() - began) / 1000)
      file.exec('PRAGMA synchronous = OFF')
    }
    file.close()
    rmSync(dir, { recursive: true, force: true })
  }
  const rate = (workers: number, stored: number) => rates[`${workers} ${stored}`] ?? Number.NaN
  for (const workers of [1, 2, 4]) {
    const [few, many] = sizes.map((stored) => rate(workers, stored)) as [number, number]
    lines.push(
      `reminders, ${workers} worker(s) in one server: ${few.toFixed(0)} a second beside 1,000 stored, ${many.toFixed(0)} beside 1,000,000; ratio ${(many / few).toFixed(2)}`,
    )
  }
  const { twice, requests, seconds, atMostAgain } = await storm({ total: 10_000, kills: 12, workers: 3 })
  lines.push(
    `storm: 10,000 reminders, 3 workers, 12 kills, ${requests} requests of which 30 % failed: all arrived in ${seconds.toFixed(0)} s, ${twice} twice (killed between the connector's yes and our record; at most ${atMostAgain})`,
  )
  return lines
}
