import type { Document, Extension } from '@hocuspocus/server'
import type { FastifyInstance } from 'fastify'
import { findRootTypeKey, type Transaction } from 'yjs'
import type { AuditAction } from '../contract/audit.ts'
import { rootOf } from '../contract/live-fields.ts'
import type { ConnectedPerson, Context } from './authorize.ts'
import type { OpenNotes } from './notes-store.ts'

const anHour = 3_600_000

/** Records that a person opened the notes of a conversation here, and that they changed them. */
export function audit(app: FastifyInstance, notesOf: (document: Document) => OpenNotes | undefined) {
  const within = new WeakMap<ConnectedPerson, number>()
  /** The audit log knows one change of an hour: for the next ones of that hour it is not even asked. */
  function isSaid(person: ConnectedPerson): boolean {
    const hour = Math.floor(app.now().getTime() / anHour)
    if (within.get(person) === hour) return true
    within.set(person, hour)
    return false
  }

  /** A keystroke is not kept waiting for the audit log, nor lost by it. */
  function record(what: AuditAction, person: ConnectedPerson | undefined, document: Document): void {
    const notes = notesOf(document)
    if (!person || !notes) return
    const { pairId, start } = notes
    const { tenantId, role } = person
    const act = { tenantId, pairId, who: role, conversation: { id: document.name, start }, at: app.now() }
    app.audit.record(what, act).catch((error: unknown) => {
      within.delete(person)
      app.log.error({ err: error }, 'auditLog')
    })
  }

  return {
    extensionName: 'audit',
    async connected({ context: { person }, connection }) {
      record('opened', person, connection.document)
    },
    async afterLoadDocument({ document }) {
      document.on('afterTransaction', ({ changed, origin }: Transaction) => {
        const { connection } = (origin ?? {}) as { connection?: { context: Context } }
        const person = connection?.context.person
        if (!person) return
        // Commitments and follow-ups have audit events of their own, once they are stored.
        const isOfSteps = [...changed.keys()].some(
          (type) => type._item === null && rootOf(findRootTypeKey(type))?.holds === 'step',
        )
        if (isOfSteps && !isSaid(person)) record('changed-notes', person, document)
      })
    },
  } satisfies Extension<Context>
}
