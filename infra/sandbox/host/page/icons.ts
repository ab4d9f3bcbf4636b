/** Lines on a field of 24 by 24. */
const lines = {
  calendar:
    'M5 7.5A2.5 2.5 0 0 1 7.5 5h9A2.5 2.5 0 0 1 19 7.5v9a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 5 16.5zM5 10h14M9 3v3M15 3v3',
  groei:
    'M12 20v-8M12 13C12 9 9.5 6.5 5 6.5 5 10.5 7.5 13 12 13ZM12 11C12 7.5 14.5 5 19 5 19 9 16.5 11 12 11Z',
  chat: 'M12 4a8 8 0 1 1-3.7 15.100L4 20l.9-4.300A8 8 0 0 1 12 4ZM9 10.500h6M9 13.500h4',
  call: 'M4 9.500A2.5 2.5 0 0 1 6.5 7h6A2.5 2.5 0 0 1 15 9.500v5a2.5 2.5 0 0 1-2.5 2.500h-6A2.5 2.5 0 0 1 4 14.500zM15 11l5-3v8l-5-3',
} as const
export type IconName = keyof typeof lines

const svg = <K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string>) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

export function icon(name: IconName): SVGElement {
  const made = svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' })
  made.append(svg('path', { d: lines[name] }))
  return made
}
