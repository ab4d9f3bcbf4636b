import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { LeavingPreview } from '../contract/my-data.ts'
import { problemAnswers } from '../contract/problem.ts'
import { GraphFailure } from '../graph/failure.ts'
import { mailboxId, mailboxSpec } from '../mailbox/collection.ts'
import { personId } from '../person/collection.ts'
import { personOf } from '../plugins/auth.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { templatesOf } from '../template/data.ts'
import type { Places } from './collect.ts'
import { forgetting } from './forgetting.ts'
import type { Parting } from './parting.ts'
import type { Preview } from './preview.ts'

type Who = { tenantId: string; oid: string }

/** Everything that is mine at once: what that does, said before, and doing it. Asked for again it does no more. */
export const leavingRoutes: FastifyPluginAsyncTypebox<{
  places: Places
  parting: Parting
  preview: Preview
}> = async (app, { places, parting, preview }) => {
  const shelves = await app.database.collection(shelfSpec)
  const mailboxes = await app.database.collection(mailboxSpec)
  const templates = await templatesOf(app.database)
  const { leave } = await forgetting(app.database, app.forgetTokens)

  /** Microsoft is told too that it need not tell any more. When it does not hear us that ends by itself in days. */
  async function unsubscribe(person: Who): Promise<void> {
    const mailbox = await mailboxes.findOne({ _id: mailboxId(person) })
    if (!mailbox?.subscription) return
    await app
      .mailboxOfAbsent(person)
      .subscriptions.remove(mailbox.subscription.id)
      .catch((error: unknown) => {
        if (!(error instanceof GraphFailure)) throw error
        app.log.info({ reason: error.reason, code: error.code }, 'subscription not removed')
      })
  }

  app.get(
    '/api/me/deletion',
    { schema: { response: { 200: LeavingPreview, ...problemAnswers } } },
    async (request): Promise<LeavingPreview> => {
      const person = personOf(request)
      const [mine, shelf, own] = await Promise.all([
        places(person),
        shelves.findOne({ _id: personId(person) }),
        templates.drafts(person.tenantId, person.oid),
      ])
      const questions = shelf?.questions ?? []
      return {
        pairs: await Promise.all(
          mine.map(({ pair, member }) => preview(pair, member, person.oid, app.now())),
        ),
        questions: questions.length,
        templates: own.filter(({ published, draft }) => published ?? draft).length,
        teamLoses: {
          questions: questions.filter(({ team }) => team).length,
          templates: own.filter(({ published }) => published).length,
        },
      }
    },
  )

  app.delete(
    '/api/me',
    { schema: { response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { tenantId, oid } = personOf(request)
      for (const { pair, member } of await places({ tenantId, oid })) await parting.remove(pair, member)
      await unsubscribe({ tenantId, oid })
      await leave({ tenantId, oid })
      return reply.code(204).send(null)
    },
  )
}
