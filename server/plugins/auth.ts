import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { applicationTokens } from '../graph/application.ts'
import { authorities } from '../graph/authority.ts'
import { calendarDeltaOf, type CalendarDelta } from '../graph/calendar-delta.ts'
import { calendarOf, mailboxHours, type Calendar } from '../graph/calendar.ts'
import { graphClient } from '../graph/client.ts'
import { GraphFailure } from '../graph/failure.ts'
import { limiters } from '../graph/limiter.ts'
import type { MailboxHours } from '../graph/schedule.ts'
import { subscriptionsOf, type Subscriptions } from '../graph/subscriptions.ts'
import { graphTokens, mailboxScopes, type TokenVault } from '../graph/tokens.ts'
import type { PersonKey } from '../contract/person-key.ts'
import { accessTokens, TokenRefused, type Person } from '../http/access-token.ts'
import { Refused } from './problems.ts'

/** All that workers do in a person's mailbox. */
export type Mailbox = { calendar: Calendar; delta: CalendarDelta; subscriptions: Subscriptions }

declare module 'fastify' {
  interface FastifyInstance {
    /** For WebSockets, whose token comes in a message. @throws TokenRefused; another Error when it cannot be checked now */
    personOfToken(token: string): Promise<Person>
    /** A token of the application itself. */
    applicationToken(scope: string, tenantId: string): Promise<string>
    /** The calendar of the person who asks. */
    calendarOf(person: Person): Calendar
    /** The working hours of the person's mailbox; null where they are not permitted to us, or cannot be had now. */
    mailboxHoursOf(person: Person): Promise<MailboxHours | null>
    /** The mailbox of somebody who is not here, by what their last visit left; a worker waits and retries itself. */
    mailboxOfAbsent(person: PersonKey): Mailbox
    /** Deletes the tokens that a person's last visit left. */
    forgetTokens(person: PersonKey): Promise<void>
  }
  interface FastifyRequest {
    signedIn: Person | null
  }
}

/** How many tokens with a wrong signature an address may send in a minute before it is answered 429. */
const forged = 600

/** Every route wants a token, unless it says `config: { public: true }` itself. */
export const auth = fp<{ vault: TokenVault }>(
  async (app, { vault }) => {
    const { settings, now } = app
    const authorityOf = authorities(settings.cloud)
    const tokens = graphTokens(settings.app, authorityOf, vault)
    const limiterOf = limiters()
    const personOfToken = accessTokens(settings, authorityOf, now)

    app.decorate('personOfToken', personOfToken)
    app.decorate('applicationToken', applicationTokens(settings.app, authorityOf))
    app.decorate('calendarOf', (person: Person) =>
      calendarOf(graphClient(settings.cloud, tokens.present(person, person.token), 1, limiterOf(person))),
    )
    app.decorate('mailboxHoursOf', async (person: Person) => {
      const token = tokens.present(person, person.token, mailboxScopes)
      return mailboxHours(graphClient(settings.cloud, token, 0, limiterOf(person))).catch(
        (error: unknown) => {
          if (!(error instanceof GraphFailure)) throw error
          app.log.info({ why: error.code }, 'no mailbox settings')
          return null
        },
      )
    })
    app.decorate('mailboxOfAbsent', (person: PersonKey) => {
      const client = graphClient(settings.cloud, tokens.absent(person), 0, limiterOf(person))
      return {
        calendar: calendarOf(client),
        delta: calendarDeltaOf(client),
        subscriptions: subscriptionsOf(client),
      }
    })
    app.decorate('forgetTokens', (person: PersonKey) => tokens.forget(person))
    app.announce.on('left', (person) => tokens.drop(person))
    app.decorateRequest('signedIn', null)
    const strangers = app.strangerLimit(forged)
    app.addHook('onRequest', async (request, reply) => {
      if (request.routeOptions.config.public || request.is404) return
      // No cache may keep one person's answers: neither a proxy nor a browser that others use too.
      reply.header('cache-control', 'no-store')
      request.signedIn = await personOfToken(bearerOf(request)).catch(async (error: unknown) => {
        if (error instanceof TokenRefused && error.isForged) await strangers.count(request, reply)
        request.log.info({ why: error instanceof TokenRefused ? error.message : 'keys' }, 'token refused')
        throw new Refused(error instanceof TokenRefused ? 'unauthenticated' : 'microsoft-unavailable')
      })
    })
  },
  { name: 'auth', dependencies: ['context', 'problems', 'stranger-limits'] },
)

/** The token that a request brings. @throws Refused */
export function bearerOf({ headers }: FastifyRequest): string {
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refused('unauthenticated')
  return token
}

export type SignedInRequest = { signedIn: Person | null }

/** The person of a request behind the hook above. */
export function personOf(request: SignedInRequest): Person {
  if (!request.signedIn) throw new Refused('unauthenticated')
  return request.signedIn
}
