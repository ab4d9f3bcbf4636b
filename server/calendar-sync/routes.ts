import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Notifications, Validation } from '../contract/notification.ts'
import { Nullable } from '../contract/shape.ts'
import { problemAnswers } from '../contract/problem.ts'
import type { Collection } from '../database/collection.ts'
import type { MailboxDocument } from '../mailbox/collection.ts'
import { mailboxMutations } from '../mailbox/mutations.ts'
import { isState } from './client-state.ts'

export const notificationPaths = {
  changes: '/api/notifications/calendar',
  lifecycle: '/api/notifications/calendar/lifecycle',
}

/** Bytes; Graph tells many changes in one message. */
const bodyLimit = 1024 * 1024

/**
 * Messages in a minute from one address of which nothing was ours: one for each hundred notifications in it. Graph
 * itself goes on for a while about a mailbox that we let go; when that is more, it tries again later.
 */
const inVain = 100

/** Removed, or to be authorised anew, which Graph says every few minutes when the access token is about to end. */
const doubtsSubscription = ({ lifecycleEvent }: Notifications['value'][number]): boolean =>
  lifecycleEvent === 'subscriptionRemoved' || lifecycleEvent === 'reauthorizationRequired'

/**
 * Where Graph tells that a calendar changed. It has no token of ours: each notification shows by its client state that
 * it is Graph's, and whatever does not is passed over without a word. All that happens here is that work is queued: an
 * answer within three seconds, or Graph stops telling (platform facts, notifications).
 */
export const notificationRoutes: FastifyPluginAsyncTypebox<{
  mailboxes: Collection<MailboxDocument>
  wake: () => void
}> = async (app, { mailboxes, wake }) => {
  const { told, doubted } = mailboxMutations(mailboxes)

  const strangers = app.strangerLimit(inVain)

  /** @returns how many of them are Graph's */
  async function take({ value }: Notifications): Promise<number> {
    const named = [...new Set(value.map((one) => one.subscriptionId))]
    let taken = 0
    for (const { _id, subscription } of await mailboxes
      .find({ 'subscription.id': { $in: named } })
      .toArray()) {
      const ours = value.filter(
        ({ subscriptionId, clientState }) =>
          subscription?.id === subscriptionId && isState(clientState, subscription.state),
      )
      taken += ours.length
      if (ours.length === 0) continue
      await (ours.some(doubtsSubscription) ? doubted(_id, app.now()) : told(_id, app.now()))
    }
    if (taken < value.length) app.log.info({ notifications: value.length - taken }, 'passed over')
    if (taken > 0) wake()
    return taken
  }

  for (const url of Object.values(notificationPaths)) {
    app.post(
      url,
      {
        bodyLimit,
        config: { public: true, rateLimit: false },
        schema: {
          hide: true,
          querystring: Validation,
          body: Nullable(Notifications),
          response: { 200: Type.String(), 202: Type.Null(), ...problemAnswers },
        },
        onRequest: (request, reply) => strangers.check(request, reply),
        // Graph's question whether somebody is at home comes with a text for a body, or with none.
        preValidation: async (request) => {
          if (typeof request.body !== 'object') request.body = null
        },
      },
      async (request, reply) => {
        const { validationToken } = request.query
        if (validationToken !== undefined) {
          return reply.type('text/plain; charset=utf-8').send(validationToken)
        }
        if (request.body && (await take(request.body)) === 0)
          for (let at = 0; at < request.body.value.length; at += 100) await strangers.count(request)
        return reply.code(202).send(null)
      },
    )
  }
}
