const dayLength = 86_400_000
const at = (day: string) => new Date(`${day}T00:00:00Z`)
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10)

/**
 * The days that are proposed for a commitment: the next two Fridays, the first at least two days ahead, so that there is
 * time to do something.
 * @param today YYYY-MM-DD
 */
export function proposedDays(today: string): string[] {
  const friday = 5
  const ahead = (friday - at(today).getUTCDay() + 7) % 7
  const first = at(today).getTime() + (ahead < 2 ? ahead + 7 : ahead) * dayLength
  return [dayOf(first), dayOf(first + 7 * dayLength)]
}
