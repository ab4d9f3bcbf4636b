import { element } from './dom.ts'

const colours = ['#8764b8', '#0e7a6d', '#b4472f', '#2f6fb4', '#8a6a00', '#a83a78']

const initials = (name: string): string =>
  name
    .split(' ')
    .filter((_part, at, parts) => at === 0 || at === parts.length - 1)
    .map((part) => part.charAt(0))
    .join('')

/** A person's initials, always in the same colour. */
export function face(name: string): HTMLElement {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  const made = element('span', { class: 'face', 'aria-hidden': 'true' }, initials(name))
  made.style.background = colours[sum % colours.length] ?? ''
  return made
}
