import { fork, type ChildProcess } from 'node:child_process'
import { personId } from '../../server/contract/person-key.ts'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../server/database/collection.ts'
import { openDatabase } from '../../server/database/open.ts'
import { personSpec } from '../../server/person/collection.ts'
import { reminderSpec } from '../../server/reminder/collection.ts'
import { ownDatabase } from './database-uri.ts'
import { until } from './until.ts'

/** A connector that fails so often. */
const failing = 0.3
/**
 * The worker's minute is so many of ours: leases and retries end while we wait. A lease lasts three seconds then, so that
 * a machine that stands still for one takes no worker for dead.
 */
const speed = 20
const patience = 300_000

/** So many people, each with one reminder that is due. */
export async function storeDue(database: Database, total: number): Promise<void> {
  const people = await database.collection(personSpec)
  const reminders = await database.collection(reminderSpec)
  for (let count = 0; count < total; count += 1) {
    const person = { tenantId: 't', oid: `o${count}` }
    await people.insertOne({
      _id: personId(person),
      ...person,
      language: 'nl',
      timeZone: 'UTC',
      reminders: null,
      chat: { conversationId: person.oid, serviceUrl: '', userId: '' },
      chatState: 'installed',
      welcomedAt: null,
      offeredAt: null,
    })
    await reminders.insertOne({
      _id: crypto.randomUUID(),
      ...person,
      kind: 'publication',
      subject: 's',
      pairId: 'p',
      basis: 'b',
      dueAt: new Date('2026-06-08T08:00:00Z'),
      attempts: 0,
      ended: null,
    })
  }
}

/**
 * Reminders in bulk, sent by the real worker in processes of their own that are killed at random, to a connector
 * that fails a third of the time. Several processes share a MongoDB server where one is named; the embedded engine
 * has one process, with as many workers in it.
 * @returns how many arrived, how many came more than once, how often they did, and what it took
 */
export async function storm({ total, kills, workers }: { total: number; kills: number; workers: number }) {
  const dir = mkdtempSync(join(tmpdir(), 'groei-storm-'))
  const uri = ownDatabase()
  const where = { dir, uri }
  const processes = uri ? workers : 1
  const got = new Map<string, number>()
  let requests = 0
  const connector = createServer((request, response) => {
    requests += 1
    if (Math.random() < failing) return void response.writeHead(requests % 2 ? 502 : 429).end()
    const oid = request.url ?? ''
    got.set(oid, (got.get(oid) ?? 0) + 1)
    response.writeHead(201).end()
  })
  connector.listen(0, '127.0.0.1')
  await once(connector, 'listening')
  const opened = await openDatabase(where)
  await storeDue(opened, total)
  await opened.close()

  const began = Date.now()
  const begin = async (): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, 'reminder-process.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: {
        PATH: process.env['PATH'],
        DIR: where.dir,
        MONGODB_URI: where.uri,
        CONNECTOR: `http://127.0.0.1:${(connector.address() as AddressInfo).port}`,
        WORKERS: String(workers / processes),
        BEGAN: String(began),
        STARTED: String(Date.parse('2026-06-08T09:00:00Z')),
        SPEED: String(speed),
      },
    })
    await once(child, 'message')
    return child
  }
  const end = async (child: ChildProcess) => {
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  const children = await Promise.all(Array.from({ length: processes }, begin))
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await until(async () => (got.size >= (total / (kills + 1)) * kill ? true : null), patience)
      const at = Math.floor(Math.random() * children.length)
      const dying = children[at]
      if (dying) await end(dying)
      children[at] = await begin()
    }
    await until(async () => (got.size === total ? true : null), patience)
  } finally {
    await Promise.all(children.map(end))
    connector.close()
    rmSync(dir, { recursive: true, force: true })
  }
  const times = [...got.values()]
  return {
    arrived: got.size,
    twice: times.filter((one) => one > 1).length,
    /** What came besides the first of each: one that two kills caught came three times. */
    again: times.reduce((sum, one) => sum + one - 1, 0),
    most: Math.max(...times),
    requests,
    /** A kill can catch each worker of its process between the connector's yes and our record of it. */
    atMostAgain: (kills * workers) / processes,
    seconds: (Date.now() - began) / 1000,
  }
}
