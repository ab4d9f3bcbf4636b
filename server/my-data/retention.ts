const day = 24 * 60 * 60_000

/** What decides how long a pair is kept. */
type Kept = { createdAt: Date; ended: Date | null; lastTalk: Date | null }

/** From when its retention counts: its end, else its last talk (design, "Privacy"), else that it was made. */
export const countsFrom = ({ createdAt, ended, lastTalk }: Kept): Date => ended ?? lastTalk ?? createdAt

/** Whatever counts from before this is due. */
export const keptSince = (now: Date, retentionDays: number): Date =>
  new Date(now.getTime() - retentionDays * day)
