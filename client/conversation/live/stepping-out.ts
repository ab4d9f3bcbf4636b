import type { HocuspocusProvider } from '@hocuspocus/provider'

/** Tells the others that one is gone, and back as one was: of a socket that only closes they learn half a minute later. */
export function steppingOut({ awareness }: HocuspocusProvider) {
  let here: Record<string, unknown> | null = null
  return {
    leave(): void {
      here = awareness?.getLocalState() ?? null
      awareness?.setLocalState(null)
    },
    comeBack: (): void => awareness?.setLocalState(here),
  }
}
