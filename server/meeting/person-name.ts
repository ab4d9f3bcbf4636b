import { beginning } from '../contract/beginning.ts'
import { withoutTurning } from '../contract/isolated.ts'
import { textLimits } from '../contract/limits.ts'

/** Longer names are cut; the longest that Entra takes has 256 characters, and nobody reads them all. */
const longest = textLimits.name

/**
 * A name as it may stand on screens, in invites and on cards. It comes from an invite, so from anybody who can send one: it
 * is one line, without control and format characters (which turn the direction of what follows, or are not seen), and not
 * longer than a name.
 */
export function personName(text: string): string {
  // Cut first: no pattern runs over what somebody may have made megabytes long.
  const cut = text.slice(0, 4 * longest).toWellFormed()
  const line = cut.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').replace(/\p{Cf}/gu, '')
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
