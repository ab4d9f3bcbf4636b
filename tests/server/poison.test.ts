import { describe, expect } from 'vitest'
import { conversationSpec, type PublicationDocument } from '../../server/conversation/collection.ts'
import type { Database } from '../../server/database/collection.ts'
import { lease } from '../../server/publication/mutations.ts'
import { claimLimit } from '../../server/publication/outcome.ts'
import { sections } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const published = (one: { state: string } | null) => one?.state === 'published'
const hour = 60 * 60_000
const patient = { timeout: 180_000 }

/** A conversation of two that can be finished, and the invite that its section goes into. */
async function held(tenant: Tenant, coach: string, employee: string, subject: string) {
  const [first, second] = await tenant.meetings(coach, subject)
  const { id } = await tenant.conversation(coach, employee, first!)
  await tenant.commit(employee, id, 'Vaker vragen stellen')
  return { id, first: first!, second: second! }
}
const later = async (tenant: Tenant, milliseconds: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + milliseconds).toISOString())

async function publicationIn(database: Database, _id: string): Promise<PublicationDocument> {
  const found = await (await database.collection(conversationSpec)).findOne({ _id })
  if (!found?.publication) throw new Error('It is not finished.')
  return found.publication
}
const change = async (database: Database, _id: string, $set: object) =>
  void (await (await database.collection(conversationSpec)).updateOne({ _id }, { $set }))

const inProcess = testIn()
const inItsOwn = testIn({ ownProcess: true })

describe('a section that fails in a way that nobody foresaw', patient, () => {
  inProcess(
    'is tried so many times and set aside with its reason, while others go through',
    async ({ tenant }) => {
      const poison = await held(tenant, 'sanne', 'milan', 'Milan')
      const good = await held(tenant, 'sanne', 'aylin', 'Aylin')
      const stored = () => publicationIn(tenant.database(), poison.id)
      await tenant.finish('sanne', poison.id)
      await tenant.publication('sanne', poison.id, published)
      // No version of Groei writes such a document, and rendering it throws.
      await change(tenant.database(), poison.id, {
        'publication.state': 'waiting',
        'publication.reason': 'queued',
        'publication.summary': null,
        'publication.dueAt': new Date(await tenant.now()),
      })
      await tenant.finish('sanne', good.id)
      await tenant.publication('sanne', good.id, published)

      /** Each pause before the next try is over at once. */
      const failed = (claims: number | undefined) =>
        until(async () => {
          const { lease: taken, claims: now, dueAt, reason } = await stored()
          if (claims === undefined ? reason === 'failed' : (now ?? 0) >= claims && !taken) return true
          const wait = dueAt && !taken ? dueAt.getTime() - Date.parse(await tenant.now()) : 0
          // Short pauses are those for a mailbox in which somebody else is.
          if (wait > 2000) await later(tenant, wait)
          return null
        }, 60_000)
      await failed(1)
      await failed(2)
      await change(tenant.database(), poison.id, { 'publication.claims': claimLimit - 2 })
      await failed(claimLimit - 1)
      await failed(undefined)
      await tenant.publication('milan', poison.id, (one) => one?.reason === 'failed')
      expect(await stored()).not.toHaveProperty('dueAt')

      // That somebody looks changes nothing, and neither does time.
      await tenant.conversation('sanne', 'milan', poison.first)
      await later(tenant, 6 * hour)
      await tenant.conversation('sanne', 'aylin', good.first)
      expect(await stored()).toMatchObject({ reason: 'failed' })
      expect(await stored()).not.toHaveProperty('dueAt')

      await tenant.finish('sanne', poison.id)
      await tenant.publication('sanne', poison.id, published)
      expect(await stored()).toMatchObject({ claims: 0, reason: null })
    },
  )
})

describe('a section that kills the server', patient, () => {
  inItsOwn(
    'is counted before the work, and set aside when so many servers died of it',
    async ({ tenant }) => {
      const poison = await held(tenant, 'sanne', 'milan', 'Milan')
      const good = await held(tenant, 'noor', 'sanne', 'Bijpraten Noor en Sanne')
      // The worker is in the middle of it for as long as this mailbox does not answer; then the power goes.
      await tenant.sandbox('POST', 'latency', { milliseconds: 10_000, user: 'sanne@sandbox.example' })
      await tenant.sandbox('DELETE', 'calls')
      await tenant.finish('sanne', poison.id)
      for (const died of [1, 2]) {
        await until(async () => {
          const { concurrency } = await tenant.sandbox<{ concurrency: object }>('GET', 'calls')
          return Object.keys(concurrency).length > 0 ? true : null
        })
        await tenant.launched.kill()
        await tenant.sandbox('DELETE', 'calls')
        await tenant.whileStopped(async (database) =>
          expect(await publicationIn(database, poison.id)).toMatchObject({ claims: died }),
        )
        await later(tenant, lease + hour)
      }
      // And so on; the mailbox answers meanwhile, and who waits for it is let go.
      await tenant.launched.kill()
      await tenant.whileStopped((database) =>
        change(database, poison.id, { 'publication.claims': claimLimit }),
      )
      await tenant.sandbox('POST', 'latency', { milliseconds: 0, user: 'sanne@sandbox.example' })
      await later(tenant, lease + hour)
      await tenant.publication('sanne', poison.id, (one) => one?.reason === 'failed')
      expect(sections((await tenant.invite('sanne', poison.second.iCalUId)).content)).toBe(0)

      await tenant.finish('noor', good.id)
      await tenant.publication('noor', good.id, (one) => one?.reason === 'no-next-meeting')
      await tenant.finish('milan', poison.id)
      await tenant.publication('milan', poison.id, published)
      expect(sections((await tenant.invite('sanne', poison.second.iCalUId)).content)).toBe(1)
    },
  )
})
