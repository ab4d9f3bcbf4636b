import type { Connection } from '@hocuspocus/server'
import type { LiveRefusal, NotesRight, Presence } from '../contract/live.ts'
import { rightMessage } from '../contract/live.ts'
import { clockTolerance, TokenRefused, type Person } from '../plugins/access-token.ts'
import type { Guard } from './sockets.ts'

/** Somebody who was let in, for as long as their connection lasts. */
export type Visitor = {
  tenantId: string
  oid: string
  name: string
  role: Presence['role']
  right: NotesRight
  expiresAt: Date
  /** When their page was last asked for a new token. */
  askedAt: number
  /** The device's id in Yjs, once it has told. */
  clientId?: number
}
export type Context = { guard: Guard; visitor?: Visitor }
type Connected = Pick<
  Connection<Context>,
  'context' | 'readOnly' | 'close' | 'sendStateless' | 'requestToken'
>
type Admitted = Pick<Visitor, 'name' | 'role' | 'right'>

/** This long before a token ends the page is asked for a new one, and again after as long; milliseconds. */
const renewal = 60_000
const askAgain = 20_000

/** Without a message: Hocuspocus would write it to the console, past our log. */
export const refusal = (reason: LiveRefusal) => Object.assign(new Error(), { reason })

export type Door = Pick<ReturnType<typeof door>, 'enter' | 'renew' | 'recheck'>

/** Who may enter the notes of a conversation, and who may stay: the token rules of HTTP, asked again and again. */
export function door(parts: {
  personOfToken: (token: string) => Promise<Person>
  /** What a person may do with a conversation; null when they have no business there. */
  admit: (person: Pick<Person, 'tenantId' | 'oid'>, conversationId: string) => Promise<Admitted | null>
  now: () => Date
  /** Told why somebody was not let in, or is out. */
  onRefused: (reason: string) => void
}) {
  const { personOfToken, admit, now, onRefused } = parts

  async function personOf(token: string): Promise<Person> {
    return personOfToken(token).catch((error: unknown) => {
      onRefused(error instanceof Error ? error.message : 'unknown')
      throw refusal(error instanceof TokenRefused ? 'token' : 'later')
    })
  }

  function out(connection: Connected, reason: LiveRefusal): void {
    // What is still queued of them is not to be taken either.
    connection.readOnly = true
    connection.close({ code: 1000, reason })
    onRefused(reason)
  }

  /** Asks again what this person may do, and lets them do that and no more. */
  async function recheck(connection: Connected, conversationId: string): Promise<void> {
    const { visitor } = connection.context
    if (!visitor) return
    try {
      const admitted = await admit(visitor, conversationId)
      if (!admitted) return out(connection, 'forbidden')
      if (visitor.right !== admitted.right) connection.sendStateless(rightMessage(admitted.right))
      Object.assign(visitor, admitted)
      connection.readOnly = visitor.right === 'read'
    } catch {
      out(connection, 'later')
    }
  }

  return {
    recheck,
    /** @throws an error with a `LiveRefusal` as its reason, which Hocuspocus tells the page */
    async enter(token: string, conversationId: string, guard: Guard): Promise<Visitor> {
      try {
        const person = await personOf(token)
        const admitted = await admit(person, conversationId)
        if (!admitted) throw refusal('forbidden')
        const { tenantId, oid, expiresAt } = person
        if (!guard.admit(`${tenantId}.${oid}`)) throw refusal('busy')
        return { tenantId, oid, expiresAt, askedAt: 0, ...admitted }
      } catch (error) {
        guard.refused()
        throw error instanceof Error && 'reason' in error ? error : refusal('later')
      }
    },

    /** A new token of somebody who is inside. It never throws: nobody would catch it. */
    async renew(token: string, connection: Connected, conversationId: string): Promise<void> {
      const { visitor } = connection.context
      if (!visitor) return
      try {
        const person = await personOf(token)
        if (person.oid !== visitor.oid || person.tenantId !== visitor.tenantId) throw refusal('forbidden')
        visitor.expiresAt = person.expiresAt
        visitor.askedAt = 0
      } catch (error) {
        // An old token may be followed by a new one in time; somebody else's may not.
        if ((error as { reason?: LiveRefusal }).reason === 'forbidden') out(connection, 'forbidden')
        return
      }
      await recheck(connection, conversationId)
    },

    /** Asks for a new token when the old one ends, and closes when it has ended and none came. */
    expire(connection: Connected): void {
      const { visitor } = connection.context
      if (!visitor) return
      const at = now().getTime()
      const left = visitor.expiresAt.getTime() - at
      if (left > renewal) return
      // The clock may have jumped: whoever was not asked yet is asked first.
      if (left < -clockTolerance * 1000 && visitor.askedAt > 0 && at - visitor.askedAt >= askAgain)
        return out(connection, 'token')
      if (at - visitor.askedAt < askAgain) return
      visitor.askedAt = at
      connection.requestToken()
    },
  }
}
