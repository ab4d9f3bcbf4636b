import { personId, type PersonKey } from '../contract/person-key.ts'
import type { FastifyPluginAsync } from 'fastify'
import { getLeavingPreview, deleteMe } from '../contract/my-data.ts'
import { GraphFailure } from '../graph/failure.ts'
import { route } from '../http/route.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { templatesOf } from '../template/data.ts'
import type { PairData } from '../pair/data.ts'
import { erasePerson } from './erase-person-job.ts'
import type { EndPair } from './end-pair-job.ts'
import type { Preview } from './preview-data.ts'

/** Everything that is mine at once: what that does, said before, and doing it. Asked for again it does no more. */
export const leavingRoutes: FastifyPluginAsync<{
  membershipsOf: PairData['membershipsOf']
  parting: EndPair
  preview: Preview
}> = async (app, { membershipsOf, parting, preview }) => {
  const { savedQuestions, mailboxes } = app.collections
  const templates = templatesOf(app.collections)
  const { leave } = erasePerson(app, { tokens: app.forgetTokens, key: app.sealing.forget })

  /** Deletes the subscription at Graph too. Where that fails, it ends by itself within days. */
  async function unsubscribe(person: PersonKey): Promise<void> {
    const mailbox = await mailboxes.findOne({ _id: personId(person) })
    if (!mailbox?.subscription) return
    await app
      .mailboxOfAbsent(person)
      .subscriptions.remove(mailbox.subscription.id)
      .catch((error: unknown) => {
        if (!(error instanceof GraphFailure)) throw error
        app.log.info({ reason: error.reason, code: error.code }, 'subscription not removed')
      })
  }

  route(app, getLeavingPreview, asPerson(), async (request) => {
    const person = personOf(request)
    const [mine, saved, own] = await Promise.all([
      membershipsOf(person),
      savedQuestions.findOne({ _id: personId(person) }),
      templates.drafts(person.tenantId, person.oid),
    ])
    const questions = saved?.questions ?? []
    return {
      pairs: await Promise.all(mine.map(({ pair, member }) => preview(pair, member, person.oid, app.now()))),
      questions: questions.length,
      templates: own.filter(({ published, draft }) => published ?? draft).length,
      teamLoses: {
        questions: questions.filter(({ team }) => team).length,
        templates: own.filter(({ published }) => published).length,
      },
    }
  })

  route(app, deleteMe, asPerson({ alsoDeparted: true }), async (request) => {
    const { tenantId, oid } = personOf(request)
    // First: what is written from now on, by whichever page or server, is taken back.
    await app.departures.leave({ tenantId, oid }, app.now())
    for (const { pair, member } of await membershipsOf({ tenantId, oid })) await parting.remove(pair, member)
    await unsubscribe({ tenantId, oid })
    await leave({ tenantId, oid })
    app.announce.emit('left', personId({ tenantId, oid }))
  })
}
