import { GraphRefusal } from './refusal.ts'
import type { Query } from './window.ts'

/** The directory gives so many a page unless asked for others. */
const usual = 100
const understood = new Set(['$filter', '$select', '$top', '$skiptoken', '$expand'])
const unsupported = (message: string) => new GraphRefusal(400, 'Request_UnsupportedQuery', message)

/**
 * A page of a collection, with where the next is; `$filter` knows `name eq 'text'` on the properties given.
 * @throws GraphRefusal 400 for what it does not know
 */
export function list<T extends object>(
  all: T[],
  query: Query,
  here: string,
  filterable: string[],
  resource: (one: T) => object = (one) => one,
): { value: object[]; '@odata.nextLink'?: string } {
  for (const name of Object.keys(query))
    if (!understood.has(name)) throw unsupported(`Unrecognized query argument specified: '${name}'.`)
  const filter = query['$filter']
  const [, name = '', value] = /^(\w+) eq '([^']*)'$/.exec(String(filter ?? '')) ?? []
  if (filter !== undefined && !filterable.includes(name))
    throw unsupported(`Unsupported or invalid query filter clause specified for property '${name}'.`)
  const found = value === undefined ? all : all.filter((one) => Reflect.get(one, name) === value)
  const top = Number(query['$top'] ?? usual)
  if (!(Number.isInteger(top) && top >= 1 && top <= 999))
    throw unsupported(`Invalid page size specified: '${String(query['$top'])}'.`)
  const from = Number(query['$skiptoken'] ?? 0)
  const page = { value: found.slice(from, from + top).map(resource) }
  if (from + top >= found.length) return page
  const more = Object.entries({ ...query, $skiptoken: from + top }).map(
    ([key, one]) => `${key}=${encodeURIComponent(String(one))}`,
  )
  return { ...page, '@odata.nextLink': `${here}?${more.join('&')}` }
}
