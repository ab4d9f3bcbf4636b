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

/** Made once for each language: a page writes a hundred times, and making a format costs far more than using it. */
function format(parts: Intl.DateTimeFormatOptions): (at: Date, locale: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (at, locale) => {
    const language = locale.startsWith('nl') ? 'nl-NL' : 'en-GB'
    const known = made.get(language)
    if (known) return known.format(at)
    const one = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'Europe/Amsterdam' })
    made.set(language, one)
    return one.format(at)
  }
}
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
const clock = { hour: '2-digit', minute: '2-digit' } as const
export const longTime = format({ ...day, ...clock, year: 'numeric' })
export const shortTime = format({ ...day, ...clock })
export const timeOfDay = format(clock)
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
