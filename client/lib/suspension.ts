/** A part of the page that rests while its host has laid the page aside. */
type Part = {
  /** Brings away what is not stored yet, and lets go of the server. */
  suspend?: () => Promise<unknown> | undefined
  resume?: () => void
}

const parts = new Set<Part>()
let isSuspended = false

/** @returns how to leave it */
export function onSuspension(part: Part): () => void {
  parts.add(part)
  return () => void parts.delete(part)
}

/** @returns when what was not stored is with the server or on this machine */
export function suspend(): Promise<unknown> {
  isSuspended = true
  return Promise.allSettled([...parts].map((part) => part.suspend?.()))
}

export function resume(): void {
  isSuspended = false
  for (const part of [...parts]) part.resume?.()
}

/** Does something again and again, and not while the page is laid aside. @returns how to stop it */
export function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(() => {
    if (!isSuspended) run()
  }, milliseconds)
  return () => clearInterval(timer)
}
