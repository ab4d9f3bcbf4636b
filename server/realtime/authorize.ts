import type { Connection, Document, Extension } from '@hocuspocus/server'
import type { LiveRefusal, NotesRight, Presence } from '../contract/live.ts'
import { rightMessage } from '../contract/live.ts'
import { clockTolerance, TokenRefused, type Person } from '../http/access-token.ts'
import type { LimitedSocket } from './limited-socket.ts'

/** A person who was let in, for as long as their connection lasts. */
export type ConnectedPerson = {
  tenantId: string
  oid: string
  name: string
  role: Presence['role']
  right: NotesRight
  expiresAt: Date
  /** When their page was last asked for a new token. */
  askedAt: number
  /** The device's client id in Yjs, once its presence has come. */
  clientId?: number
}
/** The context of a connection, which Hocuspocus passes to every hook. */
export type Context = { socket: LimitedSocket; person?: ConnectedPerson }
type Connected = Pick<
  Connection<Context>,
  'context' | 'readOnly' | 'close' | 'sendStateless' | 'requestToken'
>
type Authorization = Pick<ConnectedPerson, 'name' | 'role' | 'right'>

/** This long before a token ends the page is asked for a new one, and again after as long; milliseconds. */
const renewal = 60_000
const askAgain = 20_000

export const personKey = ({ tenantId, oid }: Pick<Person, 'tenantId' | 'oid'>): string => `${tenantId}.${oid}`

/** Without a message: Hocuspocus would write it to the console, past our log. */
export const refusal = (reason: LiveRefusal) => Object.assign(new Error(), { reason })

/** Checks what a person may do with the notes of a conversation, by the token rules of HTTP, again and again. */
export function authorize(parts: {
  personOfToken: (token: string) => Promise<Person>
  /** A person's right to a conversation; null when they have none. */
  authorizationOf: (
    person: Pick<Person, 'tenantId' | 'oid'>,
    conversationId: string,
  ) => Promise<Authorization | null>
  now: () => Date
  /** Called with the reason when somebody is refused or disconnected. */
  onRefused: (reason: string) => void
}) {
  const { personOfToken, authorizationOf, now, onRefused } = parts

  async function personOf(token: string): Promise<Person> {
    return personOfToken(token).catch((error: unknown) => {
      onRefused(error instanceof Error ? error.message : 'unknown')
      throw refusal(error instanceof TokenRefused ? 'token' : 'later')
    })
  }

  function disconnect(connection: Connected, reason: LiveRefusal): void {
    // Their updates that are still queued must not be taken either.
    connection.readOnly = true
    connection.close({ code: 1000, reason })
    onRefused(reason)
  }

  /** @throws an error with a `LiveRefusal` as its reason, which Hocuspocus tells the page */
  async function authenticate(
    token: string,
    conversationId: string,
    socket: LimitedSocket,
  ): Promise<ConnectedPerson> {
    try {
      const person = await personOf(token)
      const authorization = await authorizationOf(person, conversationId)
      if (!authorization) throw refusal('forbidden')
      const { tenantId, oid, expiresAt } = person
      await socket.paced(personKey(person))
      if (!socket.acquire(personKey(person))) throw refusal('busy')
      return { tenantId, oid, expiresAt, askedAt: 0, ...authorization }
    } catch (error) {
      socket.refused()
      throw error instanceof Error && 'reason' in error ? error : refusal('later')
    }
  }

  /** Asks again what this person may do, and lets them do that and no more. */
  async function recheck(connection: Connected, conversationId: string): Promise<void> {
    const { person } = connection.context
    if (!person) return
    try {
      const authorization = await authorizationOf(person, conversationId)
      if (!authorization) return disconnect(connection, 'forbidden')
      if (person.right !== authorization.right) connection.sendStateless(rightMessage(authorization.right))
      Object.assign(person, authorization)
      connection.readOnly = person.right === 'read'
    } catch {
      disconnect(connection, 'later')
    }
  }

  /** A new token of somebody who is connected. It never throws: nobody would catch it. */
  async function renew(token: string, connection: Connected, conversationId: string): Promise<void> {
    const { person } = connection.context
    if (!person) return
    try {
      const { oid, tenantId, expiresAt } = await personOf(token)
      if (oid !== person.oid || tenantId !== person.tenantId) throw refusal('forbidden')
      person.expiresAt = expiresAt
      person.askedAt = 0
    } catch (error) {
      // An old token may be followed by a new one in time; somebody else's may not.
      if ((error as { reason?: LiveRefusal }).reason === 'forbidden') disconnect(connection, 'forbidden')
      return
    }
    await recheck(connection, conversationId)
  }

  const extension = {
    extensionName: 'authorize',
    async onAuthenticate({ token, documentName, connectionConfig, context }) {
      const person = await authenticate(token, documentName, context.socket)
      connectionConfig.readOnly = person.right === 'read'
      return { person }
    },
    async connected({ connection, documentName }) {
      // A right may have been lost while the document was opened, when this connection was not among those rechecked.
      void recheck(connection, documentName)
    },
    async onTokenSync({ token, connection, documentName }) {
      await renew(token, connection, documentName)
    },
  } satisfies Extension<Context>

  return {
    extension,
    recheck,
    recheckAll(document: Document): void {
      for (const connection of document.getConnections()) void recheck(connection, document.name)
    },
    /** Asks for a new token when the old one ends, and closes when it has ended and none came. */
    expire(connection: Connected): void {
      const { person } = connection.context
      if (!person) return
      const at = now().getTime()
      const left = person.expiresAt.getTime() - at
      if (left > renewal) return
      // The clock may have jumped: whoever was not asked yet is asked first.
      if (left < -clockTolerance * 1000 && person.askedAt > 0 && at - person.askedAt >= askAgain)
        return disconnect(connection, 'token')
      if (at - person.askedAt < askAgain) return
      person.askedAt = at
      connection.requestToken()
    },
  }
}
