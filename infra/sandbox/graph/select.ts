import { badRequest } from './refusal.ts'

/**
 * `$select`: what was asked for, besides id and annotations. A property that the type does not have is refused.
 * `rare` are properties that come only when they are asked for.
 */
export function select(
  resource: object,
  wanted: string | string[] | undefined,
  type: string,
  rare: object = {},
): Record<string, unknown> {
  if (wanted === undefined) return { ...resource }
  const valueOf = (name: string): unknown => Reflect.get(name in rare ? rare : resource, name)
  const names = String(wanted)
    .split(',')
    .map((name) => name.trim())
  const all = [...Object.keys(resource), ...Object.keys(rare)]
  const known = new Map(all.map((name) => [name.toLowerCase(), name]))
  const chosen = new Set<string>()
  for (const name of names) {
    const found = known.get(name.toLowerCase())
    if (name !== '*' && (!found || name.startsWith('@'))) {
      throw badRequest(
        'RequestBroker--ParseUri',
        `Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
      )
    }
    if (found) chosen.add(found)
    else for (const one of Object.keys(resource)) chosen.add(one)
  }
  return Object.fromEntries(
    all
      .filter((name) => name.startsWith('@') || name === 'id' || chosen.has(name))
      // Null unless isOnlineMeeting is selected with it (docs/platform-facts.md, Events and their ids).
      .map((name) => [
        name,
        name === 'onlineMeeting' && !chosen.has('isOnlineMeeting') ? null : valueOf(name),
      ]),
  )
}
