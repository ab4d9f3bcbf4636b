type Attributes = Record<string, string>

/** An element with attributes and children; text is always text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** Graph's time, asked for in UTC. */
export const instant = ({ dateTime }: { dateTime: string }) => new Date(`${dateTime.replace(/Z$/, '')}Z`)

/** Made once: a page writes a hundred times, and making a format costs far more than using it. */
function format(parts: Intl.DateTimeFormatOptions): (at: Date) => string {
  const made = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'Europe/Amsterdam' })
  return (at) => made.format(at)
}
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
const time = { hour: '2-digit', minute: '2-digit' } as const
export const longTime = format({ ...day, year: 'numeric', ...time })
export const shortTime = format({ ...day, ...time })
export const timeOfDay = format(time)
export const dayTitle = format(day)

export function option(value: string, text: string, selected: boolean): HTMLOptionElement {
  const made = element('option', { value }, text)
  made.selected = selected
  return made
}

/** Midnight in UTC of the Monday of that week: near enough for a calendar that shows whole days. */
export function mondayOf(at: Date): Date {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
  return new Date(midnight - ((at.getUTCDay() + 6) % 7) * 24 * 60 * 60 * 1000)
}
