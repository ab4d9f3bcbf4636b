import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { chatApi } from '../bot/chat-api.ts'
import type { toBot } from '../bot/to-bot.ts'
import { groei, requestedScopes } from '../directory/registrations.ts'
import { finishDeviceSignIn } from '../entra/device-code.ts'
import { nestedToken } from '../entra/nested.ts'
import { errorBody, isRefusal } from '../entra/refusal.ts'
import { apiToken, graphToken, idToken } from '../entra/tokens.ts'
import type { Person } from '../model.ts'
import { tenantId } from '../seed/organisation.ts'
import type { Store } from '../store.ts'
import type { Notifier } from '../notifications/notifier.ts'
import { faultRoutes } from './faults.ts'
import { meetingsOf } from './meetings.ts'
import { notificationRoutes } from './notifications.ts'
import {
  checked,
  Clock,
  DeviceSignIn,
  Following,
  Hours,
  MailboxState,
  NestedTokenRequest,
  Oddities,
  TokenRequest,
} from './requests.ts'

const User = Type.Object({ user: Type.String() })

/** Endpoints to control the sandbox with: tokens, the clock, consent. They are no part of Microsoft 365. */
export function sandboxApi(
  app: FastifyInstance,
  store: Store,
  issuers: () => string,
  send: ReturnType<typeof toBot>,
  notifier: Notifier,
  { onClockMoved, onReset }: { onClockMoved: () => void; onReset: () => Promise<void> },
): void {
  const clock = () => ({ now: store.now().toISOString() })
  const person = (upn: string): Person => {
    const found = store.directory.named(upn)
    if (!found) throw Object.assign(new Error('There is no such user.'), { statusCode: 404 })
    return found
  }
  app.setErrorHandler((error, _request, reply) => {
    const { statusCode = 500, message } = error as { statusCode?: number; message: string }
    return reply.code(statusCode).send({ error: message })
  })
  // A request without a body says nothing, which is what `POST /reset` has to say.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)))
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }))
    }
  })

  app.get('/people', async () => ({
    tenantId,
    people: store.state.people
      .filter((one) => one.tenantId === tenantId)
      .map(({ tenantId: _tenantId, proxyAddresses: _proxyAddresses, ...one }) => one),
  }))

  app.post('/token', async (request) => {
    const { user, resource, overrides = {} } = checked(TokenRequest, request.body)
    const found = person(user)
    const base = issuers()
    const access_token =
      resource === 'api'
        ? await apiToken(store, base, found, overrides)
        : resource === 'graph'
          ? await graphToken(
              store,
              base,
              found,
              overrides.scope ? [] : requestedScopes(store, groei(store)),
              overrides,
            )
          : await idToken(store, base, found, overrides)
    return { access_token }
  })

  // The broker of a host, Teams or Outlook, asking Entra for the page nested in it.
  app.post('/nested-token', async (request, reply) => {
    const { user, ...asked } = checked(NestedTokenRequest, request.body)
    const base = issuers()
    const answer = await nestedToken(store, base, person(user), asked)
    if (!isRefusal(answer)) return answer
    return reply.code(answer.status).send(errorBody(answer, store.now()))
  })

  // A person at the page of a device sign-in, in their own browser.
  app.post('/device', async (request, reply) => {
    const { user, ...asked } = checked(DeviceSignIn, request.body)
    const refused = finishDeviceSignIn(store, person(user), asked)
    return refused ? reply.code(refused.status).send(errorBody(refused, store.now())) : {}
  })

  app.get('/clock', async () => clock())
  app.post('/clock', async (request) => {
    const now = Date.parse(checked(Clock, request.body).now)
    if (Number.isNaN(now)) throw Object.assign(new Error('now is no date and time.'), { statusCode: 400 })
    store.state.offset = now - Date.now()
    // Saved before the answer, so that whoever follows the clock's file is there when the answer is.
    store.save()
    onClockMoved()
    return clock()
  })

  app.post('/reset', async () => {
    store.reset()
    await notifier.reset()
    await onReset()
    return clock()
  })

  for (const [method, consented] of [
    ['POST', true],
    ['DELETE', false],
  ] as const) {
    app.route({
      method,
      url: '/consent',
      handler: async (request) => {
        person(checked(User, request.body).user).consented = consented
        store.save()
        return { consented }
      },
    })
  }

  app.get('/meetings', async (request) => ({
    meetings: meetingsOf(store, person(checked(User, request.query).user)),
  }))

  chatApi(app, store, person, send)
  faultRoutes(app, store)
  notificationRoutes(app, store, notifier)

  app.post('/oddities', async (request) => {
    store.oddities = new Set(checked(Oddities, request.body).oddities)
    return { oddities: [...store.oddities] }
  })
  // An admin takes the licence away, or moves the mailbox to a server of the organisation's own.
  app.post('/mailbox', async (request) => {
    const { user, refusedWith } = checked(MailboxState, request.body)
    const one = person(user)
    delete one.noMailbox
    if (refusedWith) one.noMailbox = refusedWith
    store.save()
    return { refusedWith }
  })
  // A person sets these in Outlook.
  app.post('/hours', async (request) => {
    const { user, ...hours } = checked(Hours, request.body)
    person(user).hours = hours
    store.save()
    return hours
  })

  app.post('/delta', async (request) => {
    store.goneOccurrences = checked(Following, request.body).goneOccurrences
    return { goneOccurrences: store.goneOccurrences }
  })
  // All state tokens are of no use any more.
  app.delete('/delta', async () => {
    store.state.rounds = {}
    store.save()
    return {}
  })
}
