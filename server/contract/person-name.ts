import { beginning } from './beginning.ts'
import { withoutTurning } from './isolated.ts'
import { textLimits } from './limits.ts'

/** Longer names are cut; the longest that Entra takes has 256 characters, and nobody reads them all. */
const longest = textLimits.name

/** Characters that are not seen, and those that turn the direction of what follows (Unicode, DerivedCoreProperties). */
const unseen = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu

/**
 * A name as it may stand on screens, in invites and on cards. It comes from an invite, so from anybody who can send one, or
 * from a directory, where people may write their own: it is one line, without control and format characters, and not longer
 * than a name.
 */
export function personName(text: string): string {
  // Cut first: no pattern runs over what somebody may have made megabytes long.
  const cut = text.slice(0, 4 * longest).toWellFormed()
  const line = cut.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').replace(unseen, '')
  const name = line.replace(/ {2,}/g, ' ').trim()
  return name.length > longest ? `${beginning(name, longest - 1).trimEnd()}…` : name
}

/** The longest that Exchange keeps. */
const longestSubject = 255

/** A subject is anybody's too: one line, in which nothing turns the direction of what follows. */
export const subjectLine = (text: string): string =>
  withoutTurning(
    beginning(text, longestSubject)
      .toWellFormed()
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' '),
  ).trim()
