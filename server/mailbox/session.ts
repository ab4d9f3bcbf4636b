import type { FastifyInstance } from 'fastify'
import { personId, type PersonKey } from '../contract/person-key.ts'
import { GraphFailure } from '../graph/failure.ts'
import type { Mailbox } from '../plugins/auth.ts'
import { mailboxLeases } from './mutations.ts'

/** Another worker is in that mailbox, or Microsoft asked for a pause: no failure, only not now. */
export class MailboxBusy extends Error {
  override name = 'MailboxBusy'
  readonly until: Date
  constructor(until: Date) {
    super('mailbox busy')
    this.until = until
  }
}

/** Nobody but the mailbox's owner can help. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof GraphFailure &&
  (error.reason === 'interaction-required' || error.reason === 'unauthorised')

/** There is no such mailbox in Microsoft 365: neither its owner nor waiting a while helps. */
export const isNoMailbox = (error: unknown): boolean =>
  error instanceof GraphFailure && error.reason === 'no-mailbox'

/**
 * The mailboxes that one piece of work goes into, each with a lease of its own, until it leaves them all.
 * @param claim the same as on the work itself
 */
export function mailboxSession(app: FastifyInstance, tenantId: string, claim: string) {
  const { mailboxes, tokenCaches } = app.collections
  const leases = mailboxLeases(
    mailboxes,
    async (person) => (await tokenCaches.findOne({ _id: personId(person) })) !== null,
  )
  const entered = new Map<string, Mailbox>()
  const each = (act: (person: PersonKey) => Promise<void>) =>
    Promise.all([...entered.keys()].map((oid) => act({ tenantId, oid })))
  return {
    /** @throws MailboxBusy */
    async enter(oid: string): Promise<Mailbox> {
      const known = entered.get(oid)
      if (known) return known
      const taken = await leases.take({ tenantId, oid }, claim, app.now())
      if (!taken.ok) throw new MailboxBusy(taken.until)
      const mailbox = app.mailboxOfAbsent({ tenantId, oid })
      entered.set(oid, mailbox)
      return mailbox
    },
    /** Nobody works in them until then, on whichever server: Microsoft asked for it. */
    pause: (until: Date) => each((person) => leases.pause(person, until)),
    leave: () => each((person) => leases.release(person, claim)),
  }
}
