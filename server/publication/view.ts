import type { Publication } from '../contract/publication.ts'
import type { PublicationDocument } from '../conversation/collection.ts'

export const publicationView = (one: PublicationDocument | null): Publication | null =>
  one && {
    state: one.state,
    reason: one.reason,
    scope: one.scope,
    target: one.target && { subject: one.target.subject, start: one.target.start.toISOString() },
    publishedAt: one.publishedAt?.toISOString() ?? null,
    handEdited: one.handEdited === true,
  }
