import { badRequest } from './refusal.ts'

/**
 * `$select`: only what was asked for, besides the id and annotations. A property that the resource does not
 * have is refused, as is one that Graph leaves empty without its companion.
 */
export function select<T extends object>(resource: T, wanted: string | undefined, type: string): Partial<T> {
  if (!wanted) return resource
  const names = wanted.split(',').map((name) => name.trim())
  const known = new Set(Object.keys(resource))
  for (const name of names) {
    if (!known.has(name)) {
      throw badRequest(
        'RequestBroker--ParseUri',
        `Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
      )
    }
  }
  const chosen = Object.fromEntries(
    Object.entries(resource).filter(
      ([name]) => name.startsWith('@') || name === 'id' || names.includes(name),
    ),
  ) as Partial<T> & { onlineMeeting?: unknown }
  // Known behaviour: the online meeting is null unless isOnlineMeeting is selected with it.
  if (names.includes('onlineMeeting') && !names.includes('isOnlineMeeting')) chosen.onlineMeeting = null
  return chosen
}
