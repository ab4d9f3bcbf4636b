import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { Notifications, Validation } from '../contract/notification.ts'
import { sizeLimits } from '../contract/limits.ts'
import { Nullable } from '../contract/shape.ts'
import { problemAnswers } from '../contract/problem.ts'
import type { Collection } from '../database/collection.ts'
import type { MailboxDocument } from '../mailbox/collection.ts'
import { mailboxMutations } from '../mailbox/mutations.ts'
import { Refused } from '../plugins/problems.ts'
import { holdsState, isMade, isState } from './client-state.ts'

export const notificationPaths = {
  changes: '/api/notifications/calendar',
  lifecycle: '/api/notifications/calendar/lifecycle',
}

/** Bytes; Graph tells many changes in one message. */
const bodyLimit = 1024 * 1024

/**
 * In a minute, of one address: messages of which nothing was ours, one for each hundred notifications or 20 kB in it,
 * and questions whether somebody is at home. Graph itself goes on for a while about a mailbox that we let go.
 */
const maxFailures = 100
const ofOne = { notifications: 100, characters: 20_000 }

/** Removed, or to be authorised anew, which Graph says every few minutes when the access token is about to end. */
const doubtsSubscription = ({ lifecycleEvent }: Notifications['value'][number]): boolean =>
  lifecycleEvent === 'subscriptionRemoved' || lifecycleEvent === 'reauthorizationRequired'

/**
 * Where Graph tells that a calendar changed. It has no token of ours: each notification shows by its client state that
 * it is Graph's, and is taken whatever else comes from that address. What shows none costs no question to the database,
 * and after too much of it not even the parsing of a body. All that happens here is that work is queued: an answer
 * within three seconds, or Graph stops telling (docs/platform-facts.md, Notifications).
 */
export const notificationRoutes: FastifyPluginAsync<{
  mailboxes: Collection<MailboxDocument>
  /** There is something to read. */
  onTold: () => void
}> = async (app, { mailboxes, onTold }) => {
  const { notified, subscriptionEnded } = mailboxMutations(mailboxes)
  const { deriveId } = app

  const strangers = app.strangerLimit(maxFailures)
  const validations = app.strangerLimit(maxFailures)

  /** @returns how many of them are Graph's */
  async function take({ value }: Notifications): Promise<number> {
    const made = value.filter(({ clientState }) => isMade(deriveId, clientState))
    const named = [...new Set(made.map((one) => one.subscriptionId))]
    const known =
      named.length > 0 ? await mailboxes.find({ 'subscription.id': { $in: named } }).toArray() : []
    let taken = 0
    for (const { _id, subscription } of known) {
      const ours = made.filter(
        ({ subscriptionId, clientState }) =>
          subscription?.id === subscriptionId && isState(clientState, subscription.state),
      )
      taken += ours.length
      if (ours.length === 0) continue
      await (ours.some(doubtsSubscription) ? subscriptionEnded(_id, app.now()) : notified(_id, app.now()))
    }
    if (taken < value.length) app.log.info({ notifications: value.length - taken }, 'passed over')
    if (taken > 0) onTold()
    return made.length
  }

  const lengths = new WeakMap<FastifyRequest, number>()
  async function countVain(request: FastifyRequest, reply: FastifyReply, notifications = 0): Promise<void> {
    const characters = lengths.get(request) ?? 0
    const times = Math.max(notifications / ofOne.notifications, characters / ofOne.characters, 1)
    await strangers.count(request, reply, Math.floor(times))
  }

  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (request: FastifyRequest, body: string) => {
      lengths.set(request, body.length)
      if (!holdsState(deriveId, body)) {
        if (await strangers.isExceeded(request)) throw new Refused('too-many-requests')
        // It holds no client state of ours. Parsing a large one would hold up everybody else.
        if (body.length > sizeLimits.body) return null
      }
      return app.parseJson(request, body)
    },
  )

  for (const url of Object.values(notificationPaths)) {
    app.post<{ Querystring: Type.Static<typeof Validation>; Body: Notifications | null }>(
      url,
      {
        bodyLimit,
        config: { public: true },
        schema: {
          hide: true,
          querystring: Validation,
          body: Nullable(Notifications),
          response: { 200: Type.String(), 202: Type.Null(), ...problemAnswers },
        },
        // Graph's question whether somebody is at home. Its body says nothing, and is not read.
        async onRequest(request, reply) {
          const { validationToken } = request.query
          if (!Value.Check(Validation, request.query) || validationToken === undefined) return
          await validations.count(request, reply)
          return reply.type('text/plain; charset=utf-8').send(validationToken)
        },
        preValidation: async (request) => {
          request.body ??= null
        },
        // A malformed body counts as a failure too.
        async errorHandler(error, request, reply) {
          const isCounted = error instanceof Refused && error.slug === 'too-many-requests'
          if (!isCounted) await countVain(request, reply)
          throw error
        },
      },
      async (request, reply) => {
        if (!request.body || (await take(request.body)) === 0)
          await countVain(request, reply, request.body?.value.length)
        return reply.code(202).send(null)
      },
    )
  }
}
