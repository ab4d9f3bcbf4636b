import { badRequest } from './refusal.ts'

export type Query = Record<string, string | string[] | undefined>

const fiveYears = 1825 * 24 * 60 * 60 * 1000

/** The window that a calendar view is of; without an offset the values are UTC, whatever `Prefer` says. */
export function windowOf(query: Query): [Date, Date] {
  const [from, to] = ['startDateTime', 'endDateTime'].map((name) => {
    const value = query[name]
    if (value === undefined) {
      throw badRequest(
        'ErrorInvalidParameter',
        'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      )
    }
    const text = String(value)
    const at = new Date(
      /^\d{4}-\d\d-\d\dT.*\d$/.test(text) && !/[+-]\d\d:\d\d$/.test(text) ? `${text}Z` : text,
    )
    if (Number.isNaN(at.getTime()) || !/^\d{4}-\d\d-\d\d/.test(text)) {
      throw badRequest('ErrorInvalidParameter', `The value '${text}' of parameter '${name}' is invalid.`)
    }
    return at
  }) as [Date, Date]
  if (to < from) {
    throw badRequest(
      'ErrorCalendarEndDateIsEarlierThanStartDate',
      'The end date is earlier than the start date.',
    )
  }
  if (to.getTime() - from.getTime() > fiveYears) {
    throw badRequest(
      'ErrorCalendarViewRangeTooBig',
      'The specified date range is too big. The maximum is 1825 days.',
    )
  }
  return [from, to]
}
