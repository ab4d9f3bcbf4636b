import { beginning } from '../../../server/contract/beginning.ts'
import { textLimits } from '../../../server/contract/limits.ts'

/** A commitment as a topic: its first line, as long as a topic may be, and not cut within a character. */
export const topicOf = (what: string): string =>
  beginning(what.trim().split('\n', 1)[0] ?? '', textLimits.topic)
