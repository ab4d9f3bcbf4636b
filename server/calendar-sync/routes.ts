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
 * Where Graph tells that a calendar changed. It has no token of ours: each notification shows by its client state that
 * it is Graph's, and whatever does not is passed over without a word. All that happens here is that work is queued: an
 * answer within three seconds, or Graph stops telling (platform facts, notifications).
 */
export const notificationRoutes: FastifyPluginAsyncTypebox<{
  mailboxes: Collection<MailboxDocument>
  wake: () => void
}> = async (app, { mailboxes, wake }) => {
  const { told, unsubscribed } = mailboxMutations(mailboxes)

  async function take({ value }: Notifications): Promise<void> {
    const once = new Map(value.map((one) => [JSON.stringify(one), one]))
    for (const { subscriptionId, clientState, lifecycleEvent } of once.values()) {
      const mailbox = await mailboxes.findOne({ 'subscription.id': subscriptionId })
      if (!mailbox?.subscription || !isState(clientState, mailbox.subscription.state)) {
        app.log.info({ known: mailbox !== null }, 'notification passed over')
        continue
      }
      // Removed, or to be authorised anew: a new subscription is both.
      const isOver = lifecycleEvent === 'subscriptionRemoved' || lifecycleEvent === 'reauthorizationRequired'
      await (isOver ? unsubscribed(mailbox._id, app.now()) : told(mailbox._id, app.now()))
    }
    wake()
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
        if (request.body) await take(request.body)
        return reply.code(202).send(null)
      },
    )
  }
}
