import { conversationSpec, withoutNotes, type PublicationDocument } from '../conversation/collection.ts'
import { migration } from '../database/migration.ts'

type Earlier = Omit<PublicationDocument, 'invites' | 'heldAt'> & Partial<PublicationDocument>

/** Publications of before 25 November 2026 named the invite in which the section stands in `target` alone, and no `heldAt`. */
export const everyInvite = migration(conversationSpec, {
  version: 1,
  name: 'a publication names every invite in which its section may stand, and when its conversation was held',
  readableFrom: 0,
  projection: withoutNotes,
  changes({ publication, meeting }) {
    if (!publication) return null
    const { invites, heldAt, target } = publication as Earlier
    const lacking = {
      ...(invites ? {} : { 'publication.invites': target ? [target] : [] }),
      ...(heldAt ? {} : { 'publication.heldAt': meeting.start }),
    }
    return Object.keys(lacking).length > 0 ? lacking : null
  },
})
