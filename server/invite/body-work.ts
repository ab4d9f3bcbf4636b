import { carrySection, fingerprintOf, isEdited, isNamed, sectionIn, type LastWritten } from './edited.ts'
import { keepsMeetingBlob } from './guard.ts'
import { findInHtml } from './html.ts'
import { checkBytes, forWriting } from './limits.ts'
import { mergeSection, removeSection, type Body } from './merge.ts'
import { renderSection, type Rendering } from './render.ts'

/** A body as it would be written. `keepsBlob`: the meeting can still be joined from it. */
export type ChangedBody = { body: Body; keepsBlob: boolean }

type Invite = { body: Body; joinUrl: string | null }

const changed = ({ body, joinUrl }: Invite, after: Body): ChangedBody => ({
  body: after,
  keepsBlob: keepsMeetingBlob(body.content, after.content, joinUrl),
})

/**
 * Everything that looks into the body of an invite. It is done in a thread of its own (`thread.ts`), for a body is foreign
 * HTML: anybody who can send an invite wrote it.
 */
export const bodyWork = {
  /** The range of the whole section with this reference; null when there is none. @throws TooLarge */
  fingerprint({ body }: Invite, reference: string): string | null {
    const foundSection = sectionIn(body, reference)
    return foundSection && fingerprintOf(foundSection.text)
  },

  /** @throws TooLarge */
  isNamed: ({ body }: Invite, reference: string): boolean => isNamed(body, reference),

  /** @throws TooLarge */
  isEdited: ({ body }: Invite, reference: string, last: LastWritten): boolean =>
    isEdited(body, reference, last),

  /** @throws TooLarge */
  remove: (invite: Invite, reference: string): ChangedBody =>
    changed(invite, removeSection(invite.body, reference)),

  /**
   * Puts the section in, or brings it up to date, and takes `older` ones out. What somebody edited stays as it is.
   * @param last of this very invite; null: it was not written here before
   * @param carried the body of another invite, in which the section stood and was edited: it moves as it is there
   * @throws TooLarge also when the body would be so large that the section could not be found in it again
   */
  write(
    invite: Invite,
    rendering: Rendering,
    { older, last, carried }: { older: string[]; last: LastWritten | null; carried: Body | null },
  ): ChangedBody & { handEdited: boolean } {
    const { reference } = rendering
    const cleared = older.reduce(removeSection, invite.body)
    if (last && isEdited(cleared, reference, last)) return { ...changed(invite, cleared), handEdited: true }
    const moved = carried && carrySection(carried, cleared, reference)
    const after = moved ?? mergeSection(cleared, reference, renderSection(rendering))
    checkBytes(after.content, forWriting)
    if (after.contentType === 'html') findInHtml(after.content, forWriting)
    return { ...changed(invite, after), handEdited: moved !== null }
  },
}
export type BodyWork = typeof bodyWork
