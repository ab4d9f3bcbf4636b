import { retentionGraceDays, type TenantSettings } from '../contract/tenant-settings.ts'
import type { RetentionBefore } from './collection.ts'

const day = 24 * 60 * 60_000
type Retention = Pick<TenantSettings, 'retentionDays' | 'retentionBefore'>

/** For how many days is kept what is kept now? What was chosen, unless that is shorter than before and new. */
export const retentionInForce = ({ retentionDays, retentionBefore }: Retention, now: Date): number =>
  retentionBefore && new Date(retentionBefore.until) > now
    ? Math.max(retentionBefore.days, retentionDays)
    : retentionDays

/**
 * The longer retention that stays in force for some days after an admin chose a shorter one. A period that is no shorter
 * than the one in force ends such a wait; the same choice once more changes nothing.
 */
export function keptMeanwhile(before: Retention, chosen: number, now: Date): RetentionBefore | null {
  const days = retentionInForce(before, now)
  const waiting = before.retentionBefore
  if (chosen === before.retentionDays)
    return waiting && { days: waiting.days, until: new Date(waiting.until) }
  return chosen < days ? { days, until: new Date(now.getTime() + retentionGraceDays * day) } : null
}
