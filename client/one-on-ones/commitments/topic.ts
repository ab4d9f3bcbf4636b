import { textLimits } from '../../../server/contract/limits.ts'

/** A commitment as a topic: its first line, as long as a topic may be, and not cut within a character. */
export const topicOf = (what: string): string =>
  (what.trim().split('\n', 1)[0] ?? '').slice(0, textLimits.topic).replace(/[\uD800-\uDBFF]$/, '')
