const day = 24 * 60 * 60_000

/** The dates of a pair that decide how long it is kept. */
type Kept = { createdAt: Date; ended: Date | null; lastConversation: Date | null }

/** From when its retention counts: its end, else its last conversation (docs/design.md, Privacy), else that it was made. */
export const countsFrom = ({ createdAt, ended, lastConversation }: Kept): Date =>
  ended ?? lastConversation ?? createdAt

/** Whatever counts from before this is due. */
export const keptSince = (now: Date, retentionDays: number): Date =>
  new Date(now.getTime() - retentionDays * day)
