import type { KeyboardEvent } from 'react'

/** Is it Escape? It is for the innermost thing that is open, and for nothing around it. An input method has it for itself. */
export function takesEscape(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return false
  event.preventDefault()
  return true
}
